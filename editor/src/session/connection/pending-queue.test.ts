import { describe, expect, it, vi } from 'vitest';

import type { Transaction } from '../../engine/document.ts';

import { PendingQueue } from './pending-queue.ts';

const transaction = (id: string): Transaction => ({ id, label: id, operations: [] });
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('PendingQueue', () => {
  it('keeps transactions in order until they are removed', () => {
    const queue = new PendingQueue({ put: () => Promise.resolve(), remove: () => Promise.resolve() }, [transaction('old')]);
    queue.add(transaction('new'));
    expect(queue.all().map(({ id }) => id)).toEqual(['old', 'new']);
    expect(queue.remove('old')).toBe(true);
    expect(queue.remove('old')).toBe(false);
    expect(queue.count.get()).toBe(1);
  });

  it('knows whether closing the tab could lose something', async () => {
    let written: () => void = () => undefined;
    const queue = new PendingQueue({ put: () => new Promise<void>((resolve) => (written = resolve)), remove: () => Promise.resolve() });
    queue.add(transaction('a'));
    expect(queue.hasUnkept.get()).toBe(true);
    written();
    await settle();
    expect(queue.hasUnkept.get()).toBe(false);
  });

  it('removes from the storage what was acknowledged while it was still being written', async () => {
    const remove = vi.fn(() => Promise.resolve());
    let written: () => void = () => undefined;
    const queue = new PendingQueue({ put: () => new Promise<void>((resolve) => (written = resolve)), remove });
    queue.add(transaction('a'));
    queue.remove('a');
    expect(remove).not.toHaveBeenCalled();
    written();
    await settle();
    expect(remove).toHaveBeenCalledWith('a');
  });

  it('asks before leaving where nothing can be stored', async () => {
    const queue = new PendingQueue({ put: () => Promise.reject(new Error('full')), remove: () => Promise.resolve() });
    queue.add(transaction('a'));
    await settle();
    expect(queue.hasUnkept.get()).toBe(true);
  });

  it('says when what is pending lives in this tab only, for as long as it does', async () => {
    const queue = new PendingQueue({ put: ({ id }) => (id === 'a' ? Promise.reject(new Error('full')) : Promise.resolve()), remove: () => Promise.resolve() });
    queue.add(transaction('b'));
    await settle();
    expect(queue.isOnlyHere.get()).toBe(false);
    queue.add(transaction('a'));
    await settle();
    expect(queue.isOnlyHere.get()).toBe(true);
    queue.remove('a');
    expect(queue.isOnlyHere.get()).toBe(false);
    expect(queue.count.get()).toBe(1);
  });
});

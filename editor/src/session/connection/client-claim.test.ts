import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Transaction } from '../../engine/document.ts';

import { claimClient, lockOf } from './client-claim.ts';
import { noStorage, PendingDatabase } from './pending-database.ts';

const transaction = (id: string): Transaction => ({ id, label: id, operations: [] });

let left: Map<string, Transaction[]>;
let held: Set<string>; // locks
let onLock: () => void;
const load = vi.fn(() => Promise.resolve(new Map(left)));

beforeEach(() => {
  left = new Map();
  held = new Set();
  onLock = () => undefined;
  vi.spyOn(PendingDatabase, 'open').mockResolvedValue({ load, storage: () => noStorage, close: vi.fn() } as unknown as PendingDatabase);
  const request = (name: string, _options: object, callback: (lock: object | null) => Promise<void> | undefined) => {
    if (held.has(name)) return Promise.resolve(callback(null));
    held.add(name);
    onLock();
    return Promise.resolve(callback({})).finally(() => held.delete(name));
  };
  vi.stubGlobal('navigator', { locks: { request } });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const claimed = async () => {
  const { clientId, queue, release } = await claimClient('p', 'u');
  return { clientId, ids: queue.all().map(({ id }) => id), release };
};

it('gives a reloaded tab its name back, with what it left', async () => {
  const first = await claimed();
  first.release();
  left = new Map([
    ['other', [transaction('other-1')]],
    [first.clientId, [transaction(`${first.clientId}-1`)]],
  ]);
  await vi.waitFor(() => expect(held.size).toBe(0));
  expect(await claimed()).toMatchObject({ clientId: first.clientId, ids: [`${first.clientId}-1`] });
});

it('takes what a closed tab left rather than a name of its own that has nothing to send', async () => {
  const first = await claimed();
  first.release();
  await vi.waitFor(() => expect(held.size).toBe(0));
  left = new Map([['closed', [transaction('closed-1')]]]);
  expect(await claimed()).toMatchObject({ clientId: 'closed', ids: ['closed-1'] });
});

it('takes what several closed tabs left one after the other', async () => {
  left = new Map([
    ['one', [transaction('one-1')]],
    ['two', [transaction('two-1')]],
  ]);
  const first = await claimed();
  expect(first.clientId).toBe('one');
  first.release();
  await vi.waitFor(() => expect(held.size).toBe(0));
  left.delete('one'); // the server has it
  expect(await claimed()).toMatchObject({ clientId: 'two', ids: ['two-1'] });
});

it('leaves open tabs their names, and takes a fresh one', async () => {
  left = new Map([['open', [transaction('open-1')]]]);
  held.add(lockOf('open'));
  const { clientId, ids } = await claimed();
  expect(clientId).not.toBe('open');
  expect(ids).toEqual([]);
});

it('takes what is left when the name is its own, not what was before', async () => {
  left = new Map([['closing', [transaction('closing-1')]]]);
  onLock = () => left.set('closing', [transaction('closing-2')]);
  expect((await claimed()).ids).toEqual(['closing-2']);
});

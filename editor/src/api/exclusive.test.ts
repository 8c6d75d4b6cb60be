import { afterEach, describe, expect, it, vi } from 'vitest';
import { exclusively } from './exclusive.ts';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('exclusively, without Web Locks', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it('lets one in at a time', async () => {
    vi.stubGlobal('navigator', {});
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(15);
      inside -= 1;
    };
    await Promise.all([exclusively('lock', work), exclusively('lock', work), exclusively('lock', work)]);
    expect(most).toBe(1);
  });

  it('gives the lock back after a failure', async () => {
    vi.stubGlobal('navigator', {});
    await expect(exclusively('lock', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(exclusively('lock', () => Promise.resolve('in'))).resolves.toBe('in');
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Person, Pointing } from './connection/protocol.ts';
import { People } from './people.ts';

const person = (client: string, more: Partial<Person> = {}): Person => ({
  client,
  user: { id: `user-of-${client}`, name: client },
  color: 0,
  selection: [],
  editing: null,
  cursor: null,
  ...more,
});

describe('People', () => {
  let said: Pointing[] = [];
  const people = () => new People('me', (pointing) => said.push(pointing));
  const tell = (here: People, told: Person[], left: string[] = []) => here.receive({ type: 'presence', people: told, left });
  beforeEach(() => {
    said = [];
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('says nothing before the connection is there, then all of it', () => {
    const here = people();
    here.show({ selection: ['a'] });
    expect(said).toEqual([]);
    here.enter();
    expect(said).toEqual([{ selection: ['a'], editing: null, cursor: null }]);
  });

  it('says what changes at most ten times a second, and the last of it', () => {
    const here = people();
    here.enter();
    for (let step = 0; step < 100; step += 1) {
      here.show({ selection: [`n${step}`] });
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(200);
    expect(said.length).toBeLessThanOrEqual(12);
    expect(said.at(-1)?.selection).toEqual(['n99']);
  });

  it('says nothing anew while nothing changes', () => {
    const here = people();
    here.enter();
    here.show({ selection: [] });
    vi.advanceTimersByTime(1000);
    expect(said).toHaveLength(1);
  });

  it('keeps the cursor to itself while nobody would see it, and among many', () => {
    const here = people();
    const cursor = { node: 'a', x: 1, y: 2 };
    here.enter();
    here.show({ cursor });
    vi.advanceTimersByTime(1000);
    expect(said.at(-1)?.cursor).toBeNull();
    tell(here, [person('ada')]);
    vi.advanceTimersByTime(1000);
    expect(said.at(-1)?.cursor).toEqual(cursor);
    tell(here, Array.from({ length: 25 }, (_, index) => person(`p${index}`)));
    here.show({ editing: 'a' });
    vi.advanceTimersByTime(1000);
    expect(said.at(-1)).toEqual({ selection: [], editing: 'a', cursor: null });
  });

  it('knows who is here, without itself', () => {
    const here = people();
    here.enter();
    tell(here, [person('me'), person('ada'), person('ben')]);
    tell(here, [person('ada', { selection: ['x'] })]);
    expect(here.others.get().map(({ client, selection }) => [client, selection])).toEqual([
      ['ada', ['x']],
      ['ben', []],
    ]);
    tell(here, [], ['ada']);
    expect(here.others.get().map(({ client }) => client)).toEqual(['ben']);
  });

  it('knows nobody without a connection, and begins anew with the next', () => {
    const here = people();
    here.enter();
    tell(here, [person('ada')]);
    here.lose();
    expect(here.others.get()).toEqual([]);
    here.show({ selection: ['a'] });
    vi.advanceTimersByTime(1000);
    expect(said).toHaveLength(1);
    here.enter();
    expect(said.at(-1)?.selection).toEqual(['a']);
  });

  it('shows a bounded part of a large selection', () => {
    const here = people();
    here.enter();
    here.show({ selection: Array.from({ length: 500 }, (_, index) => `n${index}`) });
    vi.advanceTimersByTime(200);
    expect(said.at(-1)?.selection).toHaveLength(20);
    expect(said.at(-1)?.selection.at(-1)).toBe('n499'); // which was chosen last
  });
});

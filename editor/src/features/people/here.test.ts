import { describe, expect, it } from 'vitest';
import type { Person } from '../../session/connection/protocol.ts';
import { namesOf, peopleHere } from './here.ts';

const person = (client: string, name: string, more: Partial<Person> = {}): Person => ({
  client,
  user: { id: name.toLowerCase(), name },
  color: 1,
  selection: [],
  editing: null,
  cursor: null,
  ...more,
});

describe('who is here', () => {
  it('are people, not tabs', () => {
    const here = peopleHere([person('1', 'Ada', { selection: ['w', 'x'] }), person('2', 'Ben'), person('3', 'Ada')], 'cy');
    expect(here.map(({ name, node }) => [name, node])).toEqual([
      ['Ada', 'x'],
      ['Ben', null],
    ]);
  });

  it('has you last, in another tab', () => {
    const here = peopleHere([person('1', 'Cy'), person('2', 'Ben', { editing: 'h' })], 'cy');
    expect(here.map(({ name, isYou, isTyping, node }) => [name, isYou, isTyping, node])).toEqual([
      ['Ben', false, true, 'h'],
      ['Cy', true, false, null],
    ]);
    expect(namesOf(here, 3)).toBe('Ben and you in another tab');
  });

  it('is said in a few words', () => {
    const here = peopleHere(['Ada', 'Ben', 'Cy', 'Di', 'Eve'].map((name) => person(name, name)), 'me');
    expect(namesOf(here, 3)).toBe('Ada, Ben, Cy and 2 more');
    expect(namesOf(here.slice(0, 3), 3)).toBe('Ada, Ben and Cy');
    expect(namesOf([], 3)).toBe('');
  });
});

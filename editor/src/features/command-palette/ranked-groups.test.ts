import { describe, expect, it } from 'vitest';
import type { PaletteEntry } from './palette-entry.ts';
import { rankedGroups } from './ranked-groups.ts';

const run = () => undefined;
const entries: PaletteEntry[] = [
  { id: 'command:undo', group: 'Edit', title: 'Undo', run },
  { id: 'command:paste', group: 'Edit', title: 'Paste style', unavailable: 'Copy something first.', run },
  { id: 'insert:hero', group: 'Insert', title: 'Hero', keywords: ['banner', 'opening'], run },
  { id: 'insert:card', group: 'Insert', title: 'Card', keywords: ['tile', 'box'], run },
  { id: 'insert:table', group: 'Insert', title: 'Table', keywords: ['rows', 'grid of values'], run },
  { id: 'go:pages', group: 'Go to', title: 'All pages', run },
];
const names = (query: string, recents: string[] = []) =>
  rankedGroups(entries, query, recents).map(({ name, entries: members }) => `${name}: ${members.map(({ title }) => title).join(', ')}`);

describe('rankedGroups', () => {
  it('lists all that can be done, the recently used first and only once', () => {
    expect(names('')).toEqual(['Edit: Undo', 'Insert: Hero, Card, Table', 'Go to: All pages']);
    expect(names('', ['insert:card', 'gone', 'command:paste'])).toEqual(['Recent: Card', 'Edit: Undo', 'Insert: Hero, Table', 'Go to: All pages']);
  });

  it('finds by title, keyword and group', () => {
    expect(names('her')).toEqual(['Insert: Hero']);
    expect(names('tile')).toEqual(['Insert: Card']);
    expect(names('values')).toEqual(['Insert: Table']);
    expect(names('insert ca')[0]).toBe('Insert: Card');
    expect(names('nothing such')).toEqual([]);
  });

  it('shows what can’t be done now to those who look for it', () => {
    expect(names('paste')).toEqual(['Edit: Paste style']);
  });

  it('says which letters were meant', () => {
    expect(rankedGroups(entries, 'tbl', [])[0]?.entries[0]?.positions).toEqual([0, 2, 3]);
  });

  it('prefers, of equals, what was used last', () => {
    const twins: PaletteEntry[] = [
      { id: 'a', group: 'Pages', title: 'Page one', run },
      { id: 'b', group: 'Pages', title: 'Page two', run },
    ];
    expect(rankedGroups(twins, 'page', ['b'])[0]?.entries.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

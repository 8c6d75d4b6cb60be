import { describe, expect, it } from 'vitest';
import { changeGroups, marksOf } from './change-groups.ts';

const difference = {
  changes: [
    { type: 'page', key: 'title' },
    { type: 'inserted', id: 'new' },
    { type: 'removed', id: 'old' },
    { type: 'moved', id: 'h' },
    { type: 'prop', id: 'h', key: 'text' },
    { type: 'style', id: 'h', breakpoint: 'base', property: 'color' },
    { type: 'prop', id: 't', key: 'text' },
    { type: 'replaced', id: 'r' },
  ],
  sentences: ['Page → title changed', 'New inserted', 'Old removed', 'H moved', 'H → text and color changed', 'T → text changed', 'R replaced'],
};

describe('the changes between two versions', () => {
  it('are told a sentence each, with the part that it is about', () => {
    expect(changeGroups(difference).map(({ node, kind }) => [node, kind])).toEqual([
      [null, 'changed'],
      ['new', 'inserted'],
      ['old', 'removed'],
      ['h', 'moved'],
      ['h', 'changed'],
      ['t', 'changed'],
      ['r', 'changed'],
    ]);
  });

  it('are outlined where the part is', () => {
    const groups = changeGroups(difference);
    expect([...marksOf(groups, 'before')]).toEqual([
      ['old', 'removed'],
      ['h', 'changed'],
      ['t', 'changed'],
      ['r', 'changed'],
    ]);
    expect(marksOf(groups, 'after').get('new')).toBe('inserted');
    expect(marksOf(groups, 'after').has('old')).toBe(false);
  });

  it('stay sentences where they can’t be told apart', () => {
    expect(changeGroups({ changes: [{ type: 'prop', id: 'x' }], sentences: ['One', 'Two'] }).map(({ node }) => node)).toEqual([null, null]);
  });
});

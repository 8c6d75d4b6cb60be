import { describe, expect, it } from 'vitest';

import { ComponentLibrary } from '../../session/component-library.ts';
import { TreeMirror } from '../../session/tree-mirror.ts';

import { placeAtRow, zoneAt } from './drop-between-rows.ts';
import { rowsInView, visibleRows } from './rows.ts';

function tree(): TreeMirror {
  const mirror = new TreeMirror();
  mirror.reset({
    nodes: {
      a: { component: 'box', parent: null, slot: 'components' },
      b: { component: 'text', parent: 'a', slot: 'content' },
      c: { component: 'text', parent: 'a', slot: 'content' },
      d: { component: 'text', parent: null, slot: 'components' },
    },
    children: { '': { components: ['a', 'd'] }, a: { content: ['b', 'c'] } },
  });
  return mirror;
}

const library = new ComponentLibrary([
  { definition: { name: 'box', display_name: 'Box', category: 'layout', slots: { content: { accepts: ['text'], max: 3 } } }, template: '', style: '' },
  { definition: { name: 'text', display_name: 'Text', category: 'content' }, template: '', style: '' },
]);

describe('visibleRows', () => {
  it('shows the children of expanded nodes only', () => {
    expect(visibleRows(tree(), new Set()).map(({ id }) => id)).toEqual(['a', 'd']);
    const rows = visibleRows(tree(), new Set(['a']));
    expect(rows.map(({ id, level }) => [id, level])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 1],
    ]);
    expect(rows[2]).toMatchObject({ position: 2, siblings: 2, hasChildren: false });
  });
});

describe('rowsInView', () => {
  it('draws a window of ten thousand rows', () => {
    expect(rowsInView(3000, 600, 30, 10_000)).toEqual({ first: 94, last: 126 });
    expect(rowsInView(0, 600, 30, 3)).toEqual({ first: 0, last: 3 });
  });
});

describe('placeAtRow', () => {
  const rows = visibleRows(tree(), new Set(['a']));
  const [a, b, c, d] = rows as [(typeof rows)[number], (typeof rows)[number], (typeof rows)[number], (typeof rows)[number]];

  const dragged = (...ids: string[]) => ({ ids, components: ids.map((id) => tree().node(id)?.component ?? '') });

  it('goes before, after and inside', () => {
    expect(placeAtRow(tree(), library, dragged('d'), b, 'before')).toEqual({ parent: 'a', slot: 'content', before: 'b' });
    expect(placeAtRow(tree(), library, dragged('d'), c, 'after')).toEqual({ parent: 'a', slot: 'content', before: null });
    expect(placeAtRow(tree(), library, dragged('d'), a, 'inside')).toEqual({ parent: 'a', slot: 'content', before: null });
  });

  it('skips the dragged node when it looks for the next one', () => {
    expect(placeAtRow(tree(), library, dragged('c'), b, 'after')).toEqual({ parent: 'a', slot: 'content', before: null });
  });

  it('takes several, as far as there is room for them', () => {
    expect(placeAtRow(tree(), library, dragged('b', 'c'), d, 'after')).toEqual({ parent: null, slot: 'components', before: null });
    expect(placeAtRow(tree(), library, { ids: [], components: ['text', 'text'] }, a, 'inside')).toBe('Box is full: it holds at most 3.');
    expect(placeAtRow(tree(), library, dragged('b', 'd'), a, 'inside')).toEqual({ parent: 'a', slot: 'content', before: null });
  });

  it('says why it can’t', () => {
    expect(placeAtRow(tree(), library, dragged('a'), b, 'after')).toBe('A component can’t go into itself.');
    expect(placeAtRow(tree(), library, dragged('b'), d, 'inside')).toBe('Text holds no other components.');
  });
});

describe('zoneAt', () => {
  it('keeps the middle of containers for going inside', () => {
    expect([2, 15, 28].map((offset) => zoneAt(offset, 30, true))).toEqual(['before', 'inside', 'after']);
    expect([2, 16].map((offset) => zoneAt(offset, 30, false))).toEqual(['before', 'after']);
  });
});

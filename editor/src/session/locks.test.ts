import { describe, expect, it } from 'vitest';

import type { Operation } from '../engine/document.ts';

import { lockedIn } from './locks.ts';
import { TreeMirror } from './tree-mirror.ts';

const tree = new TreeMirror();
tree.reset({
  nodes: {
    a: { component: 'box', settings: { locked: true }, parent: null, slot: 'components' },
    b: { component: 'text', parent: 'a', slot: 'content' },
    c: { component: 'box', parent: null, slot: 'components' },
    outer: { component: 'box', parent: null, slot: 'components' },
    inner: { component: 'box', parent: 'outer', slot: 'content' },
    kept: { component: 'text', settings: { locked: true }, parent: 'inner', slot: 'content' },
  },
  children: { '': { components: ['a', 'c', 'outer'] }, a: { content: ['b'] }, outer: { content: ['inner'] }, inner: { content: ['kept'] } },
});
const into = (parent: string | null) => ({ parent, slot: 'content', before: null });

describe('lockedIn', () => {
  it.each<[string, Operation]>([
    ['a prop of it', { type: 'set_prop', id: 'a', key: 'title', value: 'x' }],
    ['a style of what is below it', { type: 'set_style', id: 'b', breakpoint: 'base', property: 'color', value: 'red' }],
    ['its name', { type: 'set_node', id: 'a', key: 'name', value: 'Top' }],
    ['its place', { type: 'move_node', id: 'a', place: into('c') }],
    ['what is put into it', { type: 'move_node', id: 'c', place: into('a') }],
    ['what is inserted into it', { type: 'insert_node', place: into('a'), node: { id: 'n', component: 'text' } }],
    ['its being there', { type: 'remove_node', id: 'b' }],
  ])('keeps %s', (_, operation) => {
    expect(lockedIn(tree, [{ type: 'set_page', key: 'title', value: 'Home' }, operation])).toBe('a');
  });

  it('keeps what is locked when what it stands in, however far up, would go', () => {
    expect(lockedIn(tree, [{ type: 'remove_node', id: 'outer' }])).toBe('kept');
  });

  it('lets the container of what was moved out of it go', () => {
    expect(lockedIn(tree, [{ type: 'move_node', id: 'inner', place: into('c') }, { type: 'remove_node', id: 'outer' }])).toBeNull();
  });

  it.each<[string, Operation]>([
    ['itself', { type: 'set_node', id: 'a', key: 'locked' }],
    ['what stands beside it', { type: 'remove_node', id: 'c' }],
    ['the page', { type: 'set_page', key: 'title', value: 'Home' }],
    ['the end of the page', { type: 'insert_node', place: { parent: null, slot: 'components', before: null }, node: { id: 'n', component: 'text' } }],
  ])('leaves %s free', (_, operation) => {
    expect(lockedIn(tree, [operation])).toBeNull();
  });
});

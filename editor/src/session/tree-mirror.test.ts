import { describe, expect, it, vi } from 'vitest';

import { TreeMirror } from './tree-mirror.ts';

function mirror(): TreeMirror {
  const tree = new TreeMirror();
  tree.reset({
    nodes: {
      a: { component: 'box', settings: { name: 'Top' }, props: { title: 'A' }, parent: null, slot: 'components' },
      b: { component: 'text', parent: 'a', slot: 'content' },
      c: { component: 'text', parent: 'a', slot: 'content' },
    },
    children: { '': { components: ['a'] }, a: { content: ['b', 'c'] } },
    layout: { title: 'Home' },
  });
  return tree;
}

describe('TreeMirror', () => {
  it('knows nodes, children, ancestors and settings', () => {
    const tree = mirror();
    expect(tree.node('a')?.props).toEqual({ title: 'A' });
    expect(tree.siblings('c')).toEqual(['b', 'c']);
    expect(tree.ancestors('b')).toEqual(['a']);
    expect(tree.contains('a', 'b')).toBe(true);
    expect(tree.layout()).toEqual({ title: 'Home' });
  });

  it('tells only those who watch what changed', () => {
    const tree = mirror();
    const [a, b, structure] = [vi.fn(), vi.fn(), vi.fn()];
    tree.onNode('a', a);
    tree.onNode('b', b);
    tree.onStructure(structure);
    tree.change({ nodes: { a: { component: 'box', props: { title: 'Z' }, parent: null, slot: 'components' } } });
    expect([a.mock.calls.length, b.mock.calls.length, structure.mock.calls.length]).toEqual([1, 0, 0]);
    tree.change({ children: { a: { content: ['c'] } }, removed: ['b'] });
    expect([a.mock.calls.length, b.mock.calls.length, structure.mock.calls.length]).toEqual([1, 1, 1]);
    expect(tree.node('b')).toBeUndefined();
  });

  it('tells of what a node stands in, wherever it is moved to', () => {
    const tree = mirror();
    const path = vi.fn();
    const unsubscribe = tree.onPath('b', path);
    const changed = (id: string) => {
      path.mockClear();
      tree.change({ nodes: { [id]: { component: 'box', parent: null, slot: 'components' } } });
      return path.mock.calls.length > 0;
    };
    expect(changed('a')).toBe(true);
    tree.change({
      nodes: { d: { component: 'box', parent: null, slot: 'components' }, b: { component: 'text', parent: 'd', slot: 'content' } },
      children: { '': { components: ['a', 'd'] }, a: { content: ['c'] }, d: { content: ['b'] } },
    });
    expect([changed('d'), changed('a'), changed('c')]).toEqual([true, false, false]);
    unsubscribe();
    tree.change({ children: { '': { components: ['d', 'a'] } } });
    expect([changed('d'), changed('b')]).toEqual([false, false]);
    expect(path).not.toHaveBeenCalled();
  });

  it('nests the document again', () => {
    expect(mirror().document()).toEqual({
      components: [
        {
          id: 'a',
          component: 'box',
          settings: { name: 'Top' },
          props: { title: 'A' },
          children: {
            content: [
              { id: 'b', component: 'text', props: {}, children: {} },
              { id: 'c', component: 'text', props: {}, children: {} },
            ],
          },
        },
      ],
      layout: { title: 'Home' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { sampleThread as thread } from './sample-thread.ts';
import { inOrder, markersOf, withThread } from './threads.ts';

describe('threads', () => {
  it('are kept in their newest state', () => {
    const old = thread('t');
    const newer = thread('t', { updatedAt: '2026-01-02T00:00:00.000Z' });
    expect(withThread([old], newer)).toEqual([newer]);
    expect(withThread([newer], old)).toEqual([newer]);
    expect(withThread([newer], thread('u'))).toHaveLength(2);
  });

  it('about the selected node come first', () => {
    const early = thread('early');
    const late = thread('late', { node: { id: 'h2', name: 'Heading' }, updatedAt: '2026-02-01T00:00:00.000Z' });
    const page = thread('page', { node: null, updatedAt: '2026-03-01T00:00:00.000Z' });
    expect(inOrder([early, late, page], null).map(({ id }) => id)).toEqual(['page', 'late', 'early']);
    expect(inOrder([early, late, page], 'h1').map(({ id }) => id)).toEqual(['early', 'page', 'late']);
  });

  it('mark the nodes that they are about while they are open', () => {
    expect(
      markersOf([thread('a'), thread('b'), thread('c', { node: null }), thread('d', { node: { id: 'x', name: 'X' }, resolvedAt: '2026-01-01T00:00:00.000Z' })]),
    ).toEqual([{ node: 'h1', count: 2, label: '2 comments by Ada' }]);
  });
});

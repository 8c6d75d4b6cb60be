import type { CommentThread } from '../../api/types.ts';

/** A conversation for tests: Ada says "Well" about the heading h1. */
export function sampleThread(id: string, more: Partial<CommentThread> = {}): CommentThread {
  const createdAt = '2026-01-01T00:00:00.000Z';
  return {
    id,
    pageId: 'p',
    node: { id: 'h1', name: 'Heading “One”' },
    createdAt,
    updatedAt: createdAt,
    resolvedAt: null,
    resolvedBy: null,
    comments: [{ id: `${id}-1`, author: { id: 'ada', name: 'Ada' }, body: 'Well', mentions: [], createdAt, editedAt: null }],
    ...more,
  };
}

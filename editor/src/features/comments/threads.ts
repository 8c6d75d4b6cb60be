import type { CommentThread } from '../../api/types.ts';
import type { CommentMarker } from '../../session/commenting.ts';

/** The known threads with a newer state of one. An older one changes nothing: answers and news may cross. */
export function withThread(threads: readonly CommentThread[], thread: CommentThread): CommentThread[] {
  const known = threads.find(({ id }) => id === thread.id);
  if (known && known.updatedAt > thread.updatedAt) return [...threads];
  return [thread, ...threads.filter(({ id }) => id !== thread.id)];
}

export const withoutThread = (threads: readonly CommentThread[], id: string): CommentThread[] => threads.filter((thread) => thread.id !== id);

export const isResolved = ({ resolvedAt }: CommentThread): boolean => resolvedAt !== null;

/** Those about the selected node first, then what was said last. */
export function inOrder(threads: readonly CommentThread[], selection: string | null): CommentThread[] {
  const isAbout = ({ node }: CommentThread) => Number(selection !== null && node?.id === selection);
  return [...threads].sort((a, b) => isAbout(b) - isAbout(a) || (a.updatedAt < b.updatedAt ? 1 : -1));
}

/** What the canvas marks: the nodes with open threads. */
export function markersOf(threads: readonly CommentThread[]): CommentMarker[] {
  const byNode = new Map<string, CommentThread[]>();
  for (const thread of threads) {
    if (thread.node === null || isResolved(thread)) continue;
    byNode.set(thread.node.id, [...(byNode.get(thread.node.id) ?? []), thread]);
  }
  return [...byNode].map(([node, about]) => {
    const authors = [...new Set(about.flatMap(({ comments }) => comments.map(({ author }) => author.name)))];
    const count = about.length;
    return { node, count, label: `${count === 1 ? 'Comment' : `${count} comments`} by ${authors.slice(0, 3).join(', ')}${authors.length > 3 ? ' and others' : ''}` };
  });
}

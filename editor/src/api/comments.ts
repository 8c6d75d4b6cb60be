import { request } from './client.ts';
import type { CommentPerson, CommentThread } from './types.ts';

const atOnce = 20; // what the server gives in one answer

/** All of a page's conversations, open and resolved. */
export async function listThreads(id: string, signal?: AbortSignal): Promise<CommentThread[]> {
  const threads: CommentThread[] = [];
  for (;;) {
    const slice = await request('GET', '/pages/{id}/threads', { path: { id }, query: { state: 'all', limit: atOnce, offset: threads.length }, signal });
    threads.push(...slice.items);
    if (slice.items.length === 0 || threads.length >= slice.total) return threads;
  }
}

/** Without a node it is about the page. */
export function beginThread(id: string, nodeId: string | null, body: string): Promise<CommentThread> {
  return request('POST', '/pages/{id}/threads', { path: { id }, body: { nodeId, body } });
}

export function resolveThread(id: string, thread: string, isResolved: boolean): Promise<CommentThread> {
  return request('PATCH', '/pages/{id}/threads/{thread}', { path: { id, thread }, body: { isResolved } });
}

export function addComment(id: string, thread: string, body: string): Promise<CommentThread> {
  return request('POST', '/pages/{id}/threads/{thread}/comments', { path: { id, thread }, body: { body } });
}

export function editComment(id: string, thread: string, comment: string, body: string): Promise<CommentThread> {
  return request('PATCH', '/pages/{id}/threads/{thread}/comments/{comment}', { path: { id, thread, comment }, body: { body } });
}

export function deleteComment(id: string, thread: string, comment: string): Promise<void> {
  return request('DELETE', '/pages/{id}/threads/{thread}/comments/{comment}', { path: { id, thread, comment } });
}

/** Members who may view the page: those who can be mentioned. */
export async function findReaders(id: string, search: string, signal?: AbortSignal): Promise<CommentPerson[]> {
  return (await request('GET', '/pages/{id}/readers', { path: { id }, query: { search }, signal })).items;
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import { listPages } from './pages.ts';
import { nextOffset } from './queries.ts';
import type { PageSummary } from './types.ts';

const pagesAtOnce = 50;
const recordsAtOnce = 100;

/** What was deleted last comes first. Under ["pages"]: whatever lets the lists of pages load anew reaches it too. */
export const trashQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['pages', 'trash', search],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => listPages({ trash: true, sort: '-deletedAt', search, limit: pagesAtOnce, offset: pageParam }, signal),
    getNextPageParam: nextOffset,
  });

export const deletedAtOf = ({ deletedAt, updatedAt }: PageSummary): string => deletedAt ?? updatedAt;

/** By the ids of pages; null, or nothing, where the audit log names nobody. */
export type Deleters = Readonly<Record<string, string | null>>;

/** Who put these pages, in the order of trashQuery, into the trash. For administrators. */
export const deletersQuery = (pages: readonly PageSummary[]) =>
  queryOptions({
    queryKey: ['deleters', pages.map((page) => [page.id, deletedAtOf(page)])],
    queryFn: ({ signal }) => findDeleters(pages, signal),
    staleTime: Infinity,
  });

// The log is asked for the time in which they were deleted. Where many others were too, what is left is asked for again from the next page on.
async function findDeleters(pages: readonly PageSummary[], signal: AbortSignal): Promise<Deleters> {
  const found = new Map<string, string | null>();
  const oldest = pages.at(-1);
  let left = pages;
  for (let [newest] = left; newest !== undefined && oldest !== undefined; [newest] = left) {
    const until = new Date(Date.parse(deletedAtOf(newest)) + 1).toISOString();
    const query = { action: 'page.deleted', from: deletedAtOf(oldest), until, limit: recordsAtOnce };
    const { items, nextCursor } = await request('GET', '/audit-log', { query, signal });
    // The newest first: whoever deleted a page last counts.
    for (const { subjectId, actor } of items) if (!found.has(subjectId)) found.set(subjectId, actor?.name ?? null);
    if (nextCursor === null) break;
    left = left.slice(1).filter(({ id }) => !found.has(id));
  }
  return Object.fromEntries(found);
}

/** For ever: nothing brings it back. */
export function erasePage(id: string): Promise<void> {
  return request('DELETE', '/pages/{id}', { path: { id }, query: { permanent: true } });
}

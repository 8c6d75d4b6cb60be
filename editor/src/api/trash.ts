import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import { listPages } from './pages.ts';
import { nextOffset } from './queries.ts';

const pagesAtOnce = 50;

/** What was deleted last comes first. Under ["pages"]: whatever lets the lists of pages load anew reaches it too. */
export const trashQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['pages', 'trash', search],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => listPages({ trash: true, sort: '-deletedAt', search, limit: pagesAtOnce, offset: pageParam }, signal),
    getNextPageParam: nextOffset,
  });

/** Who put a page into the trash; null where the audit log names nobody. For administrators. */
export const deleterQuery = (id: string, deletedAt: string) =>
  queryOptions({
    queryKey: ['page', id, 'deleter', deletedAt],
    queryFn: async ({ signal }) => (await request('GET', '/audit-log', { query: { action: 'page.deleted', subject: id, limit: 1 }, signal })).items[0]?.actor?.name ?? null,
    staleTime: Infinity,
  });

/** For ever: nothing brings it back. */
export function erasePage(id: string): Promise<void> {
  return request('DELETE', '/pages/{id}', { path: { id }, query: { permanent: true } });
}

// The pages of somebody who leaves. For administrators.
import { queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import { listPages } from './pages.ts';

/** How many pages somebody owns, those in the trash not counted. */
export const ownedPagesQuery = (owner: string) =>
  queryOptions({ queryKey: ['pages', 'owned', owner], queryFn: async ({ signal }) => (await listPages({ owner, limit: 1 }, signal)).total, staleTime: 0 });

/** Hands all of them over, one after the other. Throws at the first that is refused; those before it have their new owner then. */
export async function handOverPages(owner: string, ownerId: string, onProgress: (done: number) => void): Promise<void> {
  let done = 0;
  // What is handed over leaves the list, so its beginning is always what is left.
  for (let left = await listPages({ owner, limit: 100 }); left.items.length > 0; left = await listPages({ owner, limit: 100 })) {
    for (const { id } of left.items) {
      await request('PUT', '/pages/{id}/owner', { path: { id }, body: { ownerId } });
      done += 1;
      onProgress(done);
    }
  }
}

import { queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';

/** How long the server keeps what people delete or send. It changes only when the server is started anew. */
export const keptForQuery = () =>
  queryOptions({ queryKey: ['organization', 'kept-for'], queryFn: async ({ signal }) => (await request('GET', '/organization', { signal })).keptFor, staleTime: Infinity });

/** 1 → "1 day"; "a limited time" while it isn't known. */
export function inDays(days: number | undefined): string {
  if (days === undefined) return 'a limited time';
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

// Who did what in the organisation. For administrators.
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { request } from './client.ts';
import type { components } from './openapi.ts';
import { requestFile } from './tagged-requests.ts';

export type AuditRecord = components['schemas']['AuditRecord'];

/** Empty where it does not matter. */
export interface AuditFilter {
  /** Id or e-mail address of whoever did it. */
  actor: string;
  /** "page.published", or "page.*" for all that begin so. */
  action: string;
  /** The id of what it was done to. */
  subject: string;
  /** A time; until: what was before it. */
  from: string;
  until: string;
}

const recordsAtOnce = 50;

/** The newest first. What is written meanwhile moves nothing. */
export const auditLogQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit-log', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request('GET', '/audit-log', { query: { ...filter, limit: recordsAtOnce, ...(pageParam === '' ? {} : { cursor: Number(pageParam) }) }, signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export function exportAuditLog(filter: AuditFilter): Promise<{ content: Blob; name: string | null }> {
  return requestFile('GET', '/audit-log/export', { query: { ...filter } });
}

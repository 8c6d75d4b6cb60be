import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import type { components } from './openapi.ts';
import type { Operation, RequestOptions } from './operations.ts';
import { nextOffset } from './queries.ts';

type Schemas = components['schemas'];
export type Release = Schemas['Release'];
export type ReleasedPage = Schemas['ReleasedPage'];
export type UpcomingRelease = Schemas['UpcomingRelease'];
export type ShownPage = Schemas['ShownPage'];
export type NewRelease = RequestOptions<Operation<'POST', '/releases'>>['body'];

const releasesAtOnce = 20;

/** Newest first; asked for again while the server looks whether pages are served. */
export const releasesQuery = (environmentId: string) =>
  infiniteQueryOptions({
    queryKey: ['releases', 'list', environmentId],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => request('GET', '/releases', { query: { environmentId, limit: releasesAtOnce, offset: pageParam }, signal }),
    getNextPageParam: nextOffset,
    refetchInterval: ({ state: { data } }) => (data?.pages.some(({ items }) => items.some((release) => isBeingChecked(release))) === true ? whileChecked : false),
  });

const checkTakes = 30_000;
const whileChecked = 1500;

/** Asked for again while the server looks whether its pages are served. */
export const releaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['releases', 'one', id],
    queryFn: ({ signal }) => request('GET', '/releases/{id}', { path: { id }, signal }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isBeingChecked(data) ? whileChecked : false),
  });

/** The server looks right after the release; what has not been looked at by then was replaced before. */
export function isBeingChecked({ health, createdAt }: Release, now = Date.now()): boolean {
  return health.state === 'unchecked' && now - Date.parse(createdAt) < checkTakes;
}

const whileRunning = 1000;
const whenDue = 5000;
const otherwise = 30_000;

/** How soon to ask again: what is being made tells how far it is. */
export function pauseBetween(releases: readonly UpcomingRelease[], now = Date.now()): number {
  if (releases.some(({ state }) => state === 'running')) return whileRunning;
  return releases.some(({ state, publishAt }) => state === 'waiting' && Date.parse(publishAt) - now < 60_000) ? whenDue : otherwise;
}

/** What waits for its time, is being made, or failed lately. */
export const upcomingQuery = () =>
  queryOptions({
    queryKey: ['releases', 'upcoming'],
    queryFn: async ({ signal }) => (await request('GET', '/releases/upcoming', { signal })).items,
    refetchInterval: ({ state: { data } }) => pauseBetween(data ?? []),
    staleTime: 0,
  });

/** What visitors of an environment see now, and whether it is out of date. */
export const shownPagesQuery = (environmentId: string) =>
  queryOptions({
    queryKey: ['environments', environmentId, 'pages'],
    queryFn: async ({ signal }) => (await request('GET', '/environments/{id}/pages', { path: { id: environmentId }, signal })).items,
    staleTime: 0,
  });

/** Renders pages and shows them: a release. Where they wait for their time, or are many, the job that will make one. */
export function publishPages(release: NewRelease): Promise<Release | { jobId: string; publishAt: string }> {
  return request('POST', '/releases', { body: release });
}

/** Everything that says what is published is asked for anew. */
export async function releasesChanged(queries: QueryClient): Promise<void> {
  await Promise.all([['releases'], ['environments'], ['pages'], ['page']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** A release whose pages are shown again, in its own environment or in another. */
export interface Move {
  releaseId: string;
  /** Where to; null: it is gone back to. */
  environmentId: string | null;
}

/** `dryRun`: only says what the release would be. */
export async function moveRelease({ releaseId, environmentId }: Move, more: { message?: string; dryRun?: boolean }): Promise<Release> {
  const path = { id: releaseId };
  const { release } = environmentId === null
    ? await request('POST', '/releases/{id}/rollback', { path, body: more })
    : await request('POST', '/releases/{id}/promote', { path, body: { ...more, environmentId } });
  return release;
}

/** What would change. Nothing else knows it, and it is another each time. */
export const rehearsalQuery = (move: Move) =>
  queryOptions({
    queryKey: ['rehearsal', move],
    queryFn: () => moveRelease(move, { dryRun: true }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });

/** A release that waits, or is being made, does not come about. */
export async function cancelUpcoming(jobId: string): Promise<void> {
  await request('POST', '/jobs/{id}/cancel', { path: { id: jobId } });
}

export async function retryUpcoming(jobId: string): Promise<void> {
  await request('POST', '/jobs/{id}/retry', { path: { id: jobId } });
}

// The organisation's teams and who is in them. Everybody sees them, administrators change them.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import type { components } from './openapi.ts';
import { listPages } from './pages.ts';
import { nextOffset } from './queries.ts';
import type { Team } from './types.ts';

export type TeamMember = components['schemas']['TeamMember'];

const teamsAtOnce = 50;
const teamMembersAtOnce = 50;

/** Under ["teams"]: whatever lets the choices of teams load anew reaches it too. */
export const teamListQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['teams', 'list', search],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => request('GET', '/teams', { query: { search, limit: teamsAtOnce, offset: pageParam }, signal }),
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  });

export const teamQuery = (id: string) => queryOptions({ queryKey: ['teams', 'one', id], queryFn: ({ signal }) => request('GET', '/teams/{id}', { path: { id }, signal }) });

export const teamMembersQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['teams', 'one', id, 'members'],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => request('GET', '/teams/{id}/members', { path: { id }, query: { limit: teamMembersAtOnce, offset: pageParam }, signal }),
    getNextPageParam: nextOffset,
  });

/** The first pages that belong to a team, and how many there are. */
export const teamPagesQuery = (team: string) => queryOptions({ queryKey: ['pages', 'of-team', team], queryFn: ({ signal }) => listPages({ team, limit: 5 }, signal), staleTime: 0 });

export function createTeam(name: string): Promise<Team> {
  return request('POST', '/teams', { body: { name } });
}

export function renameTeam(id: string, name: string): Promise<Team> {
  return request('PATCH', '/teams/{id}', { path: { id }, body: { name } });
}

export function deleteTeam(id: string): Promise<void> {
  return request('DELETE', '/teams/{id}', { path: { id } });
}

export function addTeamMember(id: string, user: string): Promise<void> {
  return request('PUT', '/teams/{id}/members/{user}', { path: { id, user } });
}

export function removeTeamMember(id: string, user: string): Promise<void> {
  return request('DELETE', '/teams/{id}/members/{user}', { path: { id, user } });
}

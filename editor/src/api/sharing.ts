import { request } from './client.ts';
import type { Grant, Grantee, GrantLevel, Page, PageAccess, PageSharing, Permissions, Slice, Team } from './types.ts';

/** What you may do, with one page. */
export function getPermissions(page: string, signal?: AbortSignal): Promise<Permissions> {
  return request('GET', '/auth/permissions', { query: { page }, signal });
}

export function getSharing(id: string, signal?: AbortSignal): Promise<PageSharing> {
  return request('GET', '/pages/{id}/grants', { path: { id }, signal });
}

/** Teams and members that the page can be shared with. */
export async function findGrantees(id: string, search: string, signal?: AbortSignal): Promise<Grantee[]> {
  return (await request('GET', '/pages/{id}/grantees', { path: { id }, query: { search }, signal })).items;
}

export function grantPage(id: string, grantee: string, level: GrantLevel): Promise<Grant> {
  return request('PUT', '/pages/{id}/grants/{grantee}', { path: { id, grantee }, body: { level } });
}

export function revokeGrant(id: string, grantee: string): Promise<void> {
  return request('DELETE', '/pages/{id}/grants/{grantee}', { path: { id, grantee } });
}

export function setPageAccess(id: string, access: PageAccess): Promise<Page> {
  return request('PUT', '/pages/{id}/access', { path: { id }, body: { access } });
}

export function setPageTeam(id: string, teamId: string | null): Promise<Page> {
  return request('PUT', '/pages/{id}/team', { path: { id }, body: { teamId } });
}

export function listTeams(signal?: AbortSignal): Promise<Slice<Team>> {
  return request('GET', '/teams', { query: { limit: 100 }, signal });
}

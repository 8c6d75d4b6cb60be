// Who belongs to the organisation, and who is invited. For administrators.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import type { components } from './openapi.ts';
import { nextOffset } from './queries.ts';
import type { Role } from './types.ts';

export type Member = components['schemas']['Member'];
export type Invitation = components['schemas']['Invitation'];
/** With its link to pass on, where the server sends no e-mail. */
export type SentInvitation = components['schemas']['SentInvitation'];

export interface MemberFilter {
  search: string;
  role: Role | '';
  /** Only those who may come in, or who may not. */
  active: boolean | undefined;
}

const membersAtOnce = 50;
const membersFoundAtOnce = 8;
const invitationsAtOnce = 20;

/** Keys begin with ["members"]: invalidating it reaches every list. */
export const membersQuery = (filter: MemberFilter) =>
  infiniteQueryOptions({
    queryKey: ['members', filter],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => request('GET', '/users', { query: { ...filter, limit: membersAtOnce, offset: pageParam }, signal }),
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  });

/** The first few whose name or address has the text in it, of those who may come in. */
export const membersFoundQuery = (search: string) =>
  queryOptions({
    queryKey: ['members', 'found', search],
    queryFn: async ({ signal }) => (await request('GET', '/users', { query: { search, active: true, limit: membersFoundAtOnce }, signal })).items,
    placeholderData: keepPreviousData,
  });

/** How many others could do what only administrators may. */
export const administratorsQuery = () =>
  queryOptions({
    queryKey: ['members', 'administrators'],
    queryFn: async ({ signal }) => (await request('GET', '/users', { query: { role: 'admin', active: true, limit: 1 }, signal })).total,
  });

export function changeMember(id: string, change: { role?: Role; isActive?: boolean }): Promise<Member> {
  return request('PATCH', '/users/{id}', { path: { id }, body: change });
}

export function removeMember(id: string): Promise<void> {
  return request('DELETE', '/users/{id}', { path: { id } });
}

/** The link, where the server sends no e-mail; otherwise null. */
export async function sendPasswordLink(id: string): Promise<string | null> {
  return (await request('POST', '/users/{id}/password-reset', { path: { id } })).link;
}

/** The newest first. */
export const invitationsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['invitations'],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => request('GET', '/invitations', { query: { limit: invitationsAtOnce, offset: pageParam }, signal }),
    getNextPageParam: nextOffset,
  });

export function invite(email: string, role: Role): Promise<SentInvitation> {
  return request('POST', '/invitations', { body: { email, role } });
}

/** With a new link: the one before is void. */
export function sendInvitationAgain(id: string): Promise<SentInvitation> {
  return request('POST', '/invitations/{id}/send', { path: { id } });
}

export function revokeInvitation(id: string): Promise<void> {
  return request('DELETE', '/invitations/{id}', { path: { id } });
}

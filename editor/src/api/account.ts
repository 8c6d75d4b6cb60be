// What everybody may look at and change of their own account.
import { queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import { userChanged } from './credentials.ts';
import type { components } from './openapi.ts';

export type Session = components['schemas']['Session'];
export type ApiToken = components['schemas']['ApiToken'];

/** What is not named stays. A new e-mail address needs the password. */
export interface ProfileChange {
  name?: string;
  email?: string;
  currentPassword?: string;
}

export async function changeProfile(change: ProfileChange): Promise<void> {
  userChanged(await request('PATCH', '/auth/me', { body: change }));
}

/** Ends all sessions but this one. */
export function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  return request('PUT', '/auth/password', { body: { currentPassword, newPassword } });
}

/** The last used first. */
export const sessionsQuery = () => queryOptions({ queryKey: ['sessions'], queryFn: async ({ signal }) => (await request('GET', '/auth/sessions', { signal })).items });

export function endSession(id: string): Promise<void> {
  return request('DELETE', '/auth/sessions/{id}', { path: { id } });
}

export function endOtherSessions(): Promise<void> {
  return request('DELETE', '/auth/sessions');
}

/** The newest first. */
export const apiTokensQuery = () => queryOptions({ queryKey: ['api-tokens'], queryFn: async ({ signal }) => (await request('GET', '/auth/api-tokens', { signal })).items });

/** All scopes that there are; true where it opens something to the user. */
export const scopesQuery = () => queryOptions({ queryKey: ['scopes'], queryFn: async ({ signal }) => (await request('GET', '/auth/permissions', { signal })).scopes });

/** `expiresAt`: null for one that does not expire. Its text is told this once. */
export async function createApiToken(name: string, scopes: string[], expiresAt: string | null): Promise<{ apiToken: ApiToken; token: string }> {
  return request('POST', '/auth/api-tokens', { body: { name, scopes, ...(expiresAt === null ? {} : { expiresAt }) } });
}

export function revokeApiToken(id: string): Promise<void> {
  return request('DELETE', '/auth/api-tokens/{id}', { path: { id } });
}

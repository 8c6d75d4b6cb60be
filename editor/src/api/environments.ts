import { request } from './client.ts';
import type { Operation, RequestOptions } from './operations.ts';
import type { Environment } from './types.ts';

export type EnvironmentChange = RequestOptions<Operation<'PATCH', '/environments/{id}'>>['body'];
export type NewEnvironment = RequestOptions<Operation<'POST', '/environments'>>['body'];
export type EnvironmentAccess = Environment['access'];

export async function listEnvironments(signal?: AbortSignal): Promise<Environment[]> {
  return (await request('GET', '/environments', { signal })).items;
}

export function createEnvironment(environment: NewEnvironment): Promise<Environment> {
  return request('POST', '/environments', { body: environment });
}

export function updateEnvironment(id: string, change: EnvironmentChange): Promise<Environment> {
  return request('PATCH', '/environments/{id}', { path: { id }, body: change });
}

/** With its releases, what it shows, and what visitors sent there. */
export function deleteEnvironment(id: string): Promise<void> {
  return request('DELETE', '/environments/{id}', { path: { id }, query: { contents: 'delete' } });
}

export function closePreview({ pageId, branch }: NonNullable<Environment['preview']>): Promise<void> {
  return request('DELETE', '/pages/{id}/branches/{branch}/preview', { path: { id: pageId, branch } });
}

/** A link to an environment that not everyone may see, which lets its user in, once. */
export async function visitLink(id: string, path = '/'): Promise<string> {
  return (await request('POST', '/environments/{id}/visit', { path: { id }, body: { path } })).url;
}

/** Previews show their branch, and nothing is published to them. */
export const isPlaceToPublish = ({ kind }: Environment): boolean => kind !== 'preview';

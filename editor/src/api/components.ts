// An organisation's own components: docs/api.md#components.
import { queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import type { Operation, RequestOptions } from './operations.ts';
import type { components } from './openapi.ts';

type Schemas = components['schemas'];

export type WholeComponent = Schemas['Component'];
export type ComponentVersion = Schemas['ComponentVersion'];
export type ComponentDiagnostic = Schemas['ComponentDiagnostic'];
export type ComponentUpgrade = Schemas['ComponentUpgrade'];
export type ComponentBody = RequestOptions<Operation<'POST', '/components/validate'>>['body'];
export type Visibility = NonNullable<WholeComponent['visibility']>;

/** Who is to find it; `teamId` with the visibility "team". */
export interface Audience {
  visibility: Visibility;
  teamId?: string;
}

export function createComponent(body: ComponentBody, audience: Audience): Promise<WholeComponent> {
  return request('POST', '/components', { body: { ...body, ...audience } });
}

/** `base`: the version that was changed. A Problem with status 409 where it is not the present one any more. */
export function saveComponentVersion(name: string, body: ComponentBody, base: string): Promise<WholeComponent> {
  return request('POST', '/components/{name}/versions', { path: { name }, body: { ...body, base } });
}

export function showComponentTo(name: string, audience: Audience): Promise<WholeComponent> {
  return request('PATCH', '/components/{name}', { path: { name }, body: audience });
}

export function deleteComponent(name: string): Promise<void> {
  // What pages have stays on them: whoever asks has been told.
  return request('DELETE', '/components/{name}', { path: { name }, query: { force: true } });
}

export function restoreComponent(name: string): Promise<WholeComponent> {
  return request('POST', '/components/{name}/restore', { path: { name } });
}

/** What saving this would do to the pages that have the component. */
export function foretellUpgrade(name: string, body: ComponentBody, signal?: AbortSignal): Promise<ComponentUpgrade> {
  return request('POST', '/components/{name}/upgrade', { path: { name }, query: { limit: 100 }, body, signal });
}

/** Opening a page brings it up to the present versions of its components. */
export async function upgradePage(id: string): Promise<void> {
  await request('GET', '/pages/{id}', { path: { id } });
}

export const componentQuery = (name: string) =>
  queryOptions({ queryKey: ['components', 'one', name], queryFn: ({ signal }) => request('GET', '/components/{name}', { path: { name }, signal }), staleTime: 0 });

export const deletedComponentsQuery = () =>
  queryOptions({
    queryKey: ['components', 'deleted'],
    queryFn: async ({ signal }) => (await request('GET', '/components', { query: { trash: true, limit: 100 }, signal })).items,
    staleTime: 0,
  });

/** The server's word on a draft: all that it would refuse when it is saved, and warnings. */
export const componentCheckQuery = (body: ComponentBody) =>
  queryOptions({
    queryKey: ['component-check', body],
    queryFn: async ({ signal }) => (await request('POST', '/components/validate', { body, signal })).diagnostics,
    staleTime: Infinity,
    gcTime: 10_000,
    retry: false,
  });

export const componentVersionsQuery = (name: string) =>
  queryOptions({
    queryKey: ['components', 'one', name, 'versions'],
    queryFn: async ({ signal }) => (await request('GET', '/components/{name}/versions', { path: { name }, signal })).items,
    staleTime: 0,
  });

/** A version never changes. */
export const componentVersionQuery = (name: string, version: string) =>
  queryOptions({
    queryKey: ['component-version', name, version],
    queryFn: ({ signal }) => request('GET', '/components/{name}/versions/{version}', { path: { name, version }, signal }),
    staleTime: Infinity,
  });

export const componentUsageQuery = (name: string) =>
  queryOptions({
    queryKey: ['components', 'one', name, 'usage'],
    queryFn: ({ signal }) => request('GET', '/components/{name}/usage', { path: { name }, query: { limit: 100 }, signal }),
    staleTime: 0,
  });

/** The pages that are behind the present version. */
export const componentUpgradeQuery = (name: string) =>
  queryOptions({
    queryKey: ['components', 'one', name, 'upgrade'],
    queryFn: ({ signal }) => request('GET', '/components/{name}/upgrade', { path: { name }, query: { limit: 100 }, signal }),
    staleTime: 0,
  });

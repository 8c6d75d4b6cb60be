import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { JsonObject } from '../engine/json.ts';
import { request } from './client.ts';
import type { components } from './openapi.ts';
import type { Operation } from './operations.ts';
import { Problem } from './problem.ts';
import { nextOffset } from './queries.ts';
import { requestFile, requestWithTag } from './tagged-requests.ts';
import type { DesignTokens, Slice } from './types.ts';

type Schemas = components['schemas'];
export type TokenDraft = Schemas['DesignTokenDraft'];
export type TokenVersion = Schemas['DesignTokenVersion'];
export type ExportFormat = NonNullable<NonNullable<Operation<'GET', '/design-tokens/export'>['parameters']['query']>['format']>;

/** A draft with what names its state: who changes it says which one was read. */
export interface TaggedDraft {
  draft: TokenDraft;
  tag: string;
}

const tagged = ({ answer, tag }: { answer: TokenDraft; tag: string | null }): TaggedDraft => ({ draft: answer, tag: tag ?? '*' });

/** Null where there is none. */
export async function readTokenDraft(): Promise<TaggedDraft | null> {
  try {
    return tagged(await requestWithTag('GET', '/design-tokens/draft'));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

/** `tag` null: there is no draft yet. */
export async function saveTokenDraft(tokens: JsonObject, baseVersion: number, tag: string | null): Promise<TaggedDraft> {
  return tagged(await requestWithTag('PUT', '/design-tokens/draft', { body: { tokens, baseVersion }, ifMatch: tag ?? undefined }));
}

export function deleteTokenDraft(tag: string): Promise<void> {
  return request('DELETE', '/design-tokens/draft', { ifMatch: tag });
}

export function publishTokenDraft(message: string, tag: string): Promise<TokenVersion> {
  return request('POST', '/design-tokens/publish', { body: message === '' ? {} : { message }, ifMatch: tag });
}

/** Publishes what the resolver document makes, at once. */
export function importResolver(resolver: JsonObject, files: JsonObject): Promise<DesignTokens> {
  return request('POST', '/design-tokens/import', { body: { resolver, files } });
}

export function restoreTokenVersion(number: number): Promise<TokenVersion> {
  return request('POST', '/design-tokens/versions/{number}/restore', { path: { number: String(number) } });
}

/** The published tokens as a file. */
export function exportTokens(format: ExportFormat): Promise<{ content: Blob; name: string | null }> {
  return requestFile('GET', '/design-tokens/export', { query: { format } });
}

const versionsAtOnce = 30;

export const tokenVersionsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['design-tokens', 'versions'],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }): Promise<Slice<TokenVersion>> => request('GET', '/design-tokens/versions', { query: { limit: versionsAtOnce, offset: pageParam }, signal }),
    getNextPageParam: nextOffset,
  });

/** A version never changes. */
export const tokenVersionQuery = (number: number) =>
  queryOptions({
    queryKey: ['design-tokens', 'versions', number],
    queryFn: ({ signal }) => request('GET', '/design-tokens/versions/{number}', { path: { number: String(number) }, signal }),
    staleTime: Infinity,
  });

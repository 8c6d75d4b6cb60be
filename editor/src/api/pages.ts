import { request } from './client.ts';
import type { Operation, RequestOptions } from './operations.ts';
import type { Page, PageDifference, PageSummary, PageVersion, PageVersionWithDocument, Publication, Slice } from './types.ts';

type ListPages = RequestOptions<Operation<'GET', '/pages'>>;

export type PageListQuery = NonNullable<ListPages['query']>;
export type PageSort = Exclude<PageListQuery['sort'], '' | undefined>;
export type NewPage = RequestOptions<Operation<'POST', '/pages'>>['body'];
export type PageChange = RequestOptions<Operation<'PUT', '/pages/{id}'>>['body'];

/** All members of each: `fields`, which would leave some out, is not for the editor. */
export function listPages(query: Omit<PageListQuery, 'fields'>, signal?: AbortSignal): Promise<Slice<PageSummary>> {
  return request('GET', '/pages', { query, signal }) as Promise<Slice<PageSummary>>;
}

/** All pages that ask to be the home page. */
export async function findHomePages(signal?: AbortSignal): Promise<PageSummary[]> {
  const atOnce = 100;
  const found: PageSummary[] = [];
  for (let offset = 0; ; offset += atOnce) {
    const { items, total } = await listPages({ limit: atOnce, offset }, signal);
    found.push(...items.filter(({ metadata }) => metadata.home === true));
    if (items.length === 0 || offset + items.length >= total) return found;
  }
}

export function getPage(id: string, signal?: AbortSignal): Promise<Page> {
  return request('GET', '/pages/{id}', { path: { id }, signal });
}

export function createPage(page: NewPage): Promise<Page> {
  return request('POST', '/pages', { body: page });
}

export function updatePage(id: string, change: PageChange): Promise<Page> {
  return request('PUT', '/pages/{id}', { path: { id }, body: change });
}

export function deletePage(id: string): Promise<void> {
  return request('DELETE', '/pages/{id}', { path: { id } });
}

/** A new page with the same content and a name of its own. */
export function duplicatePage(id: string): Promise<Page> {
  return request('POST', '/pages/{id}/duplicate', { path: { id }, body: {} });
}

export function restorePage(id: string): Promise<Page> {
  return request('POST', '/pages/{id}/restore', { path: { id } });
}

export function publishPage(id: string, environmentId: string, message = ''): Promise<Publication> {
  return request('POST', '/pages/{id}/publish', { path: { id }, body: { environmentId, ...(message === '' ? {} : { message }) } });
}

/** The page as it would be published, or as it was in an older version. */
export function getPreview(id: string, version?: number, signal?: AbortSignal): Promise<string> {
  return request('GET', '/pages/{id}/preview', { path: { id }, query: { version }, signal });
}

export function listVersions(id: string, limit: number, offset: number, signal?: AbortSignal): Promise<Slice<PageVersion>> {
  return request('GET', '/pages/{id}/versions', { path: { id }, query: { limit, offset }, signal });
}

export async function getVersion(id: string, number: number, signal?: AbortSignal): Promise<PageVersionWithDocument> {
  return (await request('GET', '/pages/{id}/versions/{number}', { path: { id, number }, signal })) as PageVersionWithDocument;
}

/** What has changed from a version to another, or to the page as it is now. */
export function getDifference(id: string, number: number, other: number | 'current', signal?: AbortSignal): Promise<PageDifference> {
  return request('GET', '/pages/{id}/versions/{number}/diff/{other}', { path: { id, number, other: String(other) }, signal });
}

export function saveVersion(id: string, message: string): Promise<PageVersion> {
  return request('POST', '/pages/{id}/versions', { path: { id }, body: { message } });
}

export function restoreVersion(id: string, number: number): Promise<PageVersion> {
  return request('POST', '/pages/{id}/versions/{number}/restore', { path: { id, number } });
}

/** One part of the page becomes what it was in a version, with all that is in it. */
export function restoreNode(id: string, number: number, node: string): Promise<PageVersion> {
  return request('POST', '/pages/{id}/versions/{number}/nodes/{node}/restore', { path: { id, number: String(number), node } });
}

/** The tag stands at that version then, and at no other of the page. */
export async function setTag(id: string, tag: string, version: number): Promise<void> {
  await request('PUT', '/pages/{id}/tags/{tag}', { path: { id, tag }, body: { version } });
}

export function deleteTag(id: string, tag: string): Promise<void> {
  return request('DELETE', '/pages/{id}/tags/{tag}', { path: { id, tag } });
}

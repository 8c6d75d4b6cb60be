import type { JsonObject } from '../engine/json.ts';
import { requestJson, requestText } from './client.ts';
import type {
  Environment,
  Page,
  PageDifference,
  PageStatus,
  PageStructure,
  PageSummary,
  PageVersion,
  PageVersionWithDocument,
  Publication,
  Slice,
} from './types.ts';

export type PageSort = '-updatedAt' | '-createdAt' | 'name' | '-name' | 'updatedAt' | 'createdAt';

export interface PageListQuery {
  search?: string | undefined;
  status?: PageStatus | undefined;
  sort?: PageSort | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

export interface NewPage {
  name: string;
  slug?: string;
  description?: string;
  structure?: PageStructure;
  layout?: JsonObject;
  metadata?: JsonObject;
  templateId?: string;
}

export type PageChange = Partial<Pick<Page, 'name' | 'slug' | 'description' | 'structure' | 'layout' | 'metadata' | 'status'>>;

const at = (id: string) => `/pages/${encodeURIComponent(id)}`;

export function listPages(query: PageListQuery, signal?: AbortSignal): Promise<Slice<PageSummary>> {
  return requestJson('GET', '/pages', { query: { ...query }, signal });
}

export function getPage(id: string, signal?: AbortSignal): Promise<Page> {
  return requestJson('GET', at(id), { signal });
}

export function createPage(page: NewPage): Promise<Page> {
  return requestJson('POST', '/pages', { body: page });
}

export function updatePage(id: string, change: PageChange): Promise<Page> {
  return requestJson('PUT', at(id), { body: change });
}

export function deletePage(id: string): Promise<void> {
  return requestJson('DELETE', at(id));
}

/** A new page with the same content and a name of its own. */
export async function duplicatePage(id: string): Promise<Page> {
  const { name, description, structure, layout, metadata } = await getPage(id);
  return createPage({ name: `${name.slice(0, 245)} (copy)`, description, structure, layout, metadata });
}

export function publishPage(id: string, environmentId: string): Promise<Publication> {
  return requestJson('POST', `${at(id)}/publish`, { body: { environmentId } });
}

/** The page as it would be published, or as it was in an older version. */
export function getPreview(id: string, version?: number, signal?: AbortSignal): Promise<string> {
  return requestText(`${at(id)}/preview`, { query: { version }, signal });
}

export function listVersions(id: string, limit: number, offset: number, signal?: AbortSignal): Promise<Slice<PageVersion>> {
  return requestJson('GET', `${at(id)}/versions`, { query: { limit, offset }, signal });
}

export function getVersion(id: string, number: number, signal?: AbortSignal): Promise<PageVersionWithDocument> {
  return requestJson('GET', `${at(id)}/versions/${number}`, { signal });
}

/** What has changed from a version to the page as it is now. */
export function getDifference(id: string, number: number, signal?: AbortSignal): Promise<PageDifference> {
  return requestJson('GET', `${at(id)}/versions/${number}/diff/current`, { signal });
}

export function saveVersion(id: string, message: string): Promise<PageVersion> {
  return requestJson('POST', `${at(id)}/versions`, { body: { message } });
}

export function restoreVersion(id: string, number: number): Promise<PageVersion> {
  return requestJson('POST', `${at(id)}/versions/${number}/restore`, { body: {} });
}

export async function listEnvironments(signal?: AbortSignal): Promise<Environment[]> {
  return (await requestJson<{ items: Environment[] }>('GET', '/environments', { signal })).items;
}

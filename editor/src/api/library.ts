import { request } from './client.ts';
import type { JsonObject } from '../engine/json.ts';
import type { ComponentListing, DesignTokens, Slice, Template, TemplateFacets, TemplateSummary, Theme } from './types.ts';

/** The server checks components against docs/formats/component.md before it keeps them, so their definitions are what the engine's types say. */
export async function listComponents(signal?: AbortSignal): Promise<ComponentListing> {
  return (await request('GET', '/components', { signal })) as unknown as ComponentListing;
}

export function getDesignTokens(signal?: AbortSignal): Promise<DesignTokens> {
  return request('GET', '/design-tokens', { signal });
}

/** Publishes them at once, as a new version. */
export function replaceDesignTokens(tokens: JsonObject): Promise<DesignTokens> {
  return request('PUT', '/design-tokens', { body: { tokens } });
}

export async function listThemes(signal?: AbortSignal): Promise<Theme[]> {
  return (await request('GET', '/design-tokens/themes', { signal })).items;
}

export interface TemplateListQuery {
  search?: string | undefined;
  category?: string | undefined;
  tag?: string | undefined;
  sort?: 'name' | '-name' | '-installs' | '-createdAt' | undefined;
  limit: number;
  offset: number;
}

export function findTemplates(query: TemplateListQuery, signal?: AbortSignal): Promise<Slice<TemplateSummary>> {
  return request('GET', '/templates', { query, signal });
}

export async function listTemplates(signal?: AbortSignal): Promise<TemplateSummary[]> {
  return (await findTemplates({ limit: 100, offset: 0 }, signal)).items;
}

/** The categories and tags that there are, with how many templates each has. */
export function countTemplateFacets(signal?: AbortSignal): Promise<TemplateFacets> {
  return request('GET', '/templates/facets', { signal });
}

export interface NewTemplate {
  displayName: string;
  description?: string;
  category?: string;
  tags?: string[];
  /** The page that it is made of. */
  pageId: string;
}

export function createTemplate(template: NewTemplate): Promise<TemplateSummary> {
  return request('POST', '/templates', { body: template });
}

export function deleteTemplate(id: string): Promise<void> {
  return request('DELETE', '/templates/{id}', { path: { id } });
}

export async function getTemplate(id: string, signal?: AbortSignal): Promise<Template> {
  return (await request('GET', '/templates/{id}', { path: { id }, signal })) as Template;
}

import { request } from './client.ts';
import type { ComponentListing, DesignTokens, Template, TemplateSummary } from './types.ts';

/** The server checks components against docs/formats/component.md before it keeps them, so their definitions are what the engine's types say. */
export async function listComponents(signal?: AbortSignal): Promise<ComponentListing> {
  return (await request('GET', '/components', { signal })) as unknown as ComponentListing;
}

export function getDesignTokens(signal?: AbortSignal): Promise<DesignTokens> {
  return request('GET', '/design-tokens', { signal });
}

export async function listTemplates(signal?: AbortSignal): Promise<TemplateSummary[]> {
  return (await request('GET', '/templates', { query: { limit: 100 }, signal })).items;
}

export function getTemplate(id: string, signal?: AbortSignal): Promise<Template> {
  return request('GET', '/templates/{id}', { path: { id }, signal });
}

import { requestJson } from './client.ts';
import type { ComponentEntry, DesignTokens, Template, TemplateSummary } from './types.ts';

export async function listComponents(signal?: AbortSignal): Promise<ComponentEntry[]> {
  return (await requestJson<{ items: ComponentEntry[] }>('GET', '/components', { signal })).items;
}

export function getDesignTokens(signal?: AbortSignal): Promise<DesignTokens> {
  return requestJson('GET', '/design-tokens', { signal });
}

export async function listTemplates(signal?: AbortSignal): Promise<TemplateSummary[]> {
  return (await requestJson<{ items: TemplateSummary[] }>('GET', '/templates', { signal })).items;
}

export function getTemplate(id: string, signal?: AbortSignal): Promise<Template> {
  return requestJson('GET', `/templates/${encodeURIComponent(id)}`, { signal });
}

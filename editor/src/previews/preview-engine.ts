import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { engineSources } from '../api/engine-sources.ts';
import { componentsQuery, tokensQuery, templateQuery } from '../api/queries.ts';
import type { ComponentEntry, ComponentListing, Theme } from '../api/types.ts';
import type { PageContext } from '../engine/calls.ts';
import type { PageDocument } from '../engine/document.ts';
import { EngineTrap, type Engine } from '../engine/engine.ts';
import { loadEngine } from '../engine/load.ts';

/** An engine with the organisation's components and tokens, for pictures of what is no page yet. */
const engineQuery = (queries: QueryClient, { library, items }: ComponentListing) =>
  queryOptions({
    queryKey: ['preview-engine', library],
    queryFn: async (): Promise<Engine> => {
      const { tokens, baseCss } = await queries.ensureQueryData(tokensQuery());
      const engine = await loadEngine();
      engine.call('load_library', { components: engineSources(items), tokens, baseCss });
      return engine;
    },
    staleTime: Infinity,
    structuralSharing: false,
  });

async function render(queries: QueryClient, draw: (engine: Engine) => string): Promise<string> {
  const components = await queries.ensureQueryData(componentsQuery());
  const engine = await queries.ensureQueryData(engineQuery(queries, components));
  try {
    return draw(engine);
  } catch (error) {
    // After a trap the instance is of no use any more; the next preview gets a new one.
    if (error instanceof EngineTrap) queries.removeQueries({ queryKey: ['preview-engine'] });
    throw error;
  }
}

export const templatePreviewQuery = (queries: QueryClient, id: string, siteName: string) =>
  queryOptions({
    queryKey: ['template-preview', id],
    queryFn: async () => {
      const template = await queries.ensureQueryData(templateQuery(id));
      const context = { name: template.displayName, description: template.description, canonicalUrl: '', siteName };
      return render(queries, (engine) => engine.call('render_page', { document: template.document, context, mode: 'published' }).html);
    },
    staleTime: Infinity,
    retry: false,
  });

/** A document as the canvas shows it: each part knows its id. `key` names the document. */
export const canvasPreviewQuery = (queries: QueryClient, key: readonly unknown[], read: () => Promise<PageDocument>, context: PageContext) =>
  queryOptions({
    queryKey: ['canvas-preview', ...key],
    queryFn: async () => {
      const document = await read();
      return render(queries, (engine) => engine.call('render_page', { document, context, mode: 'canvas' }).html);
    },
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });

// What a theme is shown on.
const themeSample = 'landing';

export const themePreviewQuery = (queries: QueryClient, theme: Theme, siteName: string) =>
  queryOptions({
    queryKey: ['theme-preview', theme.name],
    queryFn: async () => {
      const [{ items }, { baseCss }, { document }] = await Promise.all([
        queries.ensureQueryData(componentsQuery()),
        queries.ensureQueryData(tokensQuery()),
        queries.ensureQueryData(templateQuery(themeSample)),
      ]);
      // An engine for this picture alone: what it knows are not the organisation's tokens.
      const engine = await loadEngine();
      engine.call('load_library', { components: engineSources(items), tokens: theme.tokens, baseCss });
      const context = { name: theme.displayName, description: theme.description, canonicalUrl: '', siteName };
      return engine.call('render_page', { document, context, mode: 'published' }).html;
    },
    staleTime: Infinity,
    retry: false,
  });

// A component alone on its page stands in the middle of the picture, and at its top when it is taller.
const inTheMiddle = '<style>body{display:grid;align-content:safe center;min-height:100vh}</style></head>';

export const componentPreviewQuery = (queries: QueryClient, { definition, sample }: ComponentEntry) =>
  queryOptions({
    queryKey: ['component-preview', definition.name, definition.version],
    queryFn: async () => {
      const html = await render(queries, (engine) => engine.call('render_component', { component: definition.name, ...sample }).html);
      return html.replace('</head>', inTheMiddle);
    },
    staleTime: Infinity,
    retry: false,
  });

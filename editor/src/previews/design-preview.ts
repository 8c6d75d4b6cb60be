import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { engineSources } from '../api/engine-sources.ts';
import { getPage } from '../api/pages.ts';
import { componentsQuery, templateQuery, tokensQuery } from '../api/queries.ts';
import type { PageContext } from '../engine/calls.ts';
import type { ComponentSource } from '../engine/component.ts';
import type { PageDocument } from '../engine/document.ts';
import { EngineTrap, type Engine } from '../engine/engine.ts';
import type { JsonObject } from '../engine/json.ts';
import { loadEngine } from '../engine/load.ts';

export type ColorScheme = 'light' | 'dark';

/** What design tokens are tried on. */
export interface DesignSubject {
  document: PageDocument;
  context: PageContext;
}

/** Draws pages with tokens that are not the organisation's yet. */
export class DesignPainter {
  private engine: Engine | null = null;

  constructor(
    private readonly components: ComponentSource[],
    private readonly baseCss: string,
  ) {}

  /** The page as it would be published with these tokens. Throws EngineRefusal where the tokens are not valid. */
  async draw({ document, context }: DesignSubject, tokens: JsonObject, scheme: ColorScheme): Promise<string> {
    this.engine ??= await loadEngine();
    try {
      this.engine.call('load_library', { components: this.components, tokens, baseCss: this.baseCss });
      const shown = { ...document, layout: { ...document.layout, color_scheme: scheme } };
      return this.engine.call('render_page', { document: shown, context, mode: 'published' }).html;
    } catch (error) {
      // After a trap the instance is of no use any more; the next picture gets a new one.
      if (error instanceof EngineTrap) this.engine = null;
      throw error;
    }
  }
}

export const designPainterQuery = (queries: QueryClient) =>
  queryOptions({
    queryKey: ['design-preview', 'painter'],
    queryFn: async () => {
      const [{ items }, { baseCss }] = await Promise.all([queries.ensureQueryData(componentsQuery()), queries.ensureQueryData(tokensQuery())]);
      return new DesignPainter(engineSources(items), baseCss);
    },
    staleTime: Infinity,
    structuralSharing: false,
  });

/** A page as it is now, or a template. */
export const designSubjectQuery = (queries: QueryClient, kind: 'page' | 'template', id: string, siteName: string) =>
  queryOptions({
    queryKey: ['design-preview', kind, id],
    queryFn: async (): Promise<DesignSubject> => {
      if (kind === 'template') {
        const { document, displayName: name, description } = await queries.ensureQueryData(templateQuery(id));
        return { document, context: { name, description, canonicalUrl: '', siteName } };
      }
      const { structure, layout, name, description } = await getPage(id);
      return { document: { ...structure, layout } as PageDocument, context: { name, description: description ?? '', canonicalUrl: '', siteName } };
    },
    gcTime: 60_000,
  });

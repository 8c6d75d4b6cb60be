import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query';
import { engineSources } from '../api/engine-sources.ts';
import { getPage } from '../api/pages.ts';
import { templateQuery, tokensQuery } from '../api/queries.ts';
import type { ComponentListing } from '../api/types.ts';
import type { PageContext } from '../engine/calls.ts';
import type { ComponentSource } from '../engine/component.ts';
import type { NestedNode, PageDocument } from '../engine/document.ts';
import { EngineTrap, type Engine } from '../engine/engine.ts';
import type { JsonObject } from '../engine/json.ts';
import { loadEngine } from '../engine/load.ts';

export type ColorScheme = 'light' | 'dark';

/** What design tokens are tried on. */
export interface DesignSubject {
  document: PageDocument;
  context: PageContext;
}

function namesIn(nodes: readonly NestedNode[], found: Set<string>): Set<string> {
  for (const { component, children = {} } of nodes) {
    found.add(component);
    for (const inSlot of Object.values(children)) namesIn(inSlot, found);
  }
  return found;
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
    // A library is compiled as a whole, at every change of a token: of the components only those that are drawn.
    const used = namesIn(document.components ?? [], new Set());
    const components = this.components.filter(({ definition }) => used.has(definition.name));
    try {
      this.engine.call('load_library', { components, tokens, baseCss: this.baseCss });
      const shown = { ...document, layout: { ...document.layout, color_scheme: scheme } };
      return this.engine.call('render_page', { document: shown, context, mode: 'published' }).html;
    } catch (error) {
      // After a trap the instance is of no use any more; the next picture gets a new one.
      if (error instanceof EngineTrap) this.engine = null;
      throw error;
    }
  }
}

/** Another one for each state of the component library; its engine goes with the screen. */
export const designPainterQuery = (queries: QueryClient, listing: ComponentListing | undefined) =>
  queryOptions({
    queryKey: ['design-preview', 'painter', listing?.library],
    queryFn: listing === undefined ? skipToken : async () => new DesignPainter(engineSources(listing.items), (await queries.ensureQueryData(tokensQuery())).baseCss),
    staleTime: Infinity,
    gcTime: 0,
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

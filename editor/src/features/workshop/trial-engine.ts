// A draft, compiled and shown by the engine that will render it, here in the browser.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { engineSources } from '../../api/engine-sources.ts';
import { componentsQuery, tokensQuery } from '../../api/queries.ts';
import type { ComponentListing } from '../../api/types.ts';
import type { ComponentDefinition, ComponentSource } from '../../engine/component.ts';
import { type Engine, EngineRefusal } from '../../engine/engine.ts';
import type { JsonObject } from '../../engine/json.ts';
import { loadEngine } from '../../engine/load.ts';
import { type ComponentTexts, definitionIn, sampleIn } from './component-texts.ts';
import { engineProblems, jsonProblems, type Problem, sampleProblem } from './problems.ts';

export interface Trial {
  /** The component alone with its sample; null where the draft has errors. */
  html: string | null;
  problems: Problem[];
}

export class TrialEngine {
  // The last definition that was JSON: the template is compiled with it while somebody types in the schema.
  private definition: ComponentDefinition | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly others: readonly ComponentSource[],
    private readonly design: { tokens: JsonObject; baseCss: string },
  ) {}

  /** Throws EngineTrap where the engine is lost. */
  tryOut(texts: ComponentTexts): Trial {
    const problems = jsonProblems(texts);
    const definition = definitionIn(texts) as ComponentDefinition | null;
    if (definition !== null) this.definition = definition;
    if (this.definition === null) return { html: null, problems };
    const compiled = this.compile(this.definition, texts);
    // What the engine says of an older definition has no place in this one.
    problems.push(...compiled.filter(({ part }) => definition !== null || part !== 'definition'));
    const sample = sampleIn(texts);
    if (definition === null || sample === null || compiled.length > 0) return { html: null, problems };
    try {
      const { props, children } = sample;
      const { html } = this.engine.call('render_component', { component: definition.name, ...(props && { props }), ...(children && { children }) });
      return { html, problems };
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
      return { html: null, problems: [...problems, sampleProblem(texts, error.message, error.path)] };
    }
  }

  private compile(definition: ComponentDefinition, texts: ComponentTexts): Problem[] {
    const { template, style, partials } = texts;
    const source: ComponentSource = { definition, template, style, ...(Object.keys(partials).length > 0 && { partials: { ...partials } }) };
    const components = [...this.others.filter((other) => other.definition.name !== definition.name), source];
    try {
      this.engine.call('load_library', { ...this.design, components });
      return [];
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
      const diagnostics = error.diagnostics.length > 0 ? error.diagnostics : [{ message: error.message, line: 0, column: 0 }];
      return engineProblems(texts, definition.name, diagnostics);
    }
  }
}

export const trialEngineQuery = (queries: QueryClient, name: string, listing: ComponentListing | undefined) =>
  queryOptions({
    queryKey: ['workshop-engine', name, listing?.library],
    queryFn: async () => {
      const { items } = listing ?? (await queries.ensureQueryData(componentsQuery()));
      const { tokens, baseCss } = await queries.ensureQueryData(tokensQuery());
      return new TrialEngine(await loadEngine(), engineSources(items.filter(({ definition }) => definition.name !== name)), { tokens, baseCss });
    },
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });

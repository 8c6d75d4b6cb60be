import type { Engine } from '../engine/engine.ts';

import type { ComponentLibrary } from './component-library.ts';
import type { PageSessionOptions } from './page-session-options.ts';

// A new engine that knows the components and the design tokens.
export async function loadedEngine({ createEngine, tokens, baseCss }: Pick<PageSessionOptions, 'createEngine' | 'tokens' | 'baseCss'>, library: ComponentLibrary): Promise<Engine> {
  const engine = await createEngine();
  engine.call('load_library', { components: [...library.sources], tokens, baseCss });
  return engine;
}

// Why a page could not be opened in one.
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The page could not be opened.';
}

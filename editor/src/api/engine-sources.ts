import type { ComponentSource } from '../engine/component.ts';

import type { ComponentEntry } from './types.ts';

/** The catalogue as the engine takes it: the parts of each component, without the sample that only previews show, and what lists say of it. */
export const engineSources = (entries: readonly ComponentEntry[]): ComponentSource[] =>
  entries.map(({ definition, template, style, partials }) => ({ definition, template, style, ...(partials && { partials }) }));

import type { ComponentSource } from '../engine/component.ts';

import type { ComponentEntry } from './types.ts';

/** The catalogue as the engine takes it: all parts of each component, without the sample that only previews show. */
export const engineSources = (entries: readonly ComponentEntry[]): ComponentSource[] => entries.map(({ sample: _sample, ...source }) => source);

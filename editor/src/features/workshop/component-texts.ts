// A component as its parts are written, each a text.
import type { ComponentBody } from '../../api/components.ts';
import { formatJson } from '../../code/format-json.ts';
import { readJson } from '../../code/json-text.ts';
import type { ComponentDefinition } from '../../engine/component.ts';
import type { Sample } from '../../api/types.ts';

export interface ComponentTexts {
  definition: string;
  template: string;
  style: string;
  sample: string;
  partials: Readonly<Record<string, string>>;
}

/** "partial:item" is what the template renders by {% render "item" %}. */
export type Part = 'definition' | 'template' | 'style' | 'sample' | `partial:${string}`;

export const partialPart = (name: string): Part => `partial:${name}`;

export function partialOf(part: Part): string | null {
  return part.startsWith('partial:') ? part.slice('partial:'.length) : null;
}

export function partsOf({ partials }: ComponentTexts): Part[] {
  return ['definition', 'template', ...Object.keys(partials).sort().map(partialPart), 'style', 'sample'];
}

export function textOf(texts: ComponentTexts, part: Part): string {
  const partial = partialOf(part);
  return partial === null ? texts[part as 'definition'] : (texts.partials[partial] ?? '');
}

export function withText(texts: ComponentTexts, part: Part, text: string): ComponentTexts {
  const partial = partialOf(part);
  return partial === null ? { ...texts, [part]: text } : { ...texts, partials: { ...texts.partials, [partial]: text } };
}

/** A component as the server has it. */
export interface Written {
  definition: object;
  template: string;
  style: string;
  partials?: Record<string, string>;
  sample: object;
}

export function textsOf({ definition, template, style, partials = {}, sample }: Written): ComponentTexts {
  return { definition: formatJson(definition), template, style, partials, sample: formatJson(sample) };
}

export function bodyOf({ definition, template, style, partials, sample }: ComponentTexts): ComponentBody {
  return { definition, template, style, sample, ...(Object.keys(partials).length > 0 && { partials: { ...partials } }) };
}

export function areSame(one: ComponentTexts, other: ComponentTexts): boolean {
  const parts = partsOf(one);
  return parts.join() === partsOf(other).join() && parts.every((part) => textOf(one, part) === textOf(other, part));
}

function objectIn(text: string): object | null {
  if (readJson(text).fault !== null) return null;
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/** Null where the text is no object of JSON. Nothing else of it is checked. */
export const definitionIn = ({ definition }: ComponentTexts): Partial<ComponentDefinition> | null => objectIn(definition);
export const sampleIn = ({ sample }: ComponentTexts): Sample | null => objectIn(sample);

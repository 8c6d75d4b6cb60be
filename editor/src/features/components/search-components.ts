import type { ComponentDefinition } from '../../engine/component.ts';

// Every word of the query begins a word of the component's name, keywords or description.
export function matchesQuery(definition: ComponentDefinition, query: string): boolean {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return true;
  const { display_name, name, keywords = [], description = '', category } = definition;
  const words = wordsOf([display_name, name, ...keywords, description, category].join(' '));
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

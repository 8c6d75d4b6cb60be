import type { ComponentDefinition } from '../../engine/component.ts';

// What fits a query, the best first: where each of its words begins a word of the component's name, synonyms, description or category. A
// name counts for more than a synonym, a synonym for more than the description.
export function searchComponents(definitions: readonly ComponentDefinition[], query: string): ComponentDefinition[] {
  const wanted = wordsOf(query);
  return definitions
    .map((definition) => ({ definition, rank: rankOf(definition, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0))
    .map(({ definition }) => definition);
}

// 0 is the best; null where a word is nowhere.
function rankOf(definition: ComponentDefinition, wanted: readonly string[]): number | null {
  const { display_name, name, keywords = [], description = '', category } = definition;
  const places = [[display_name, name], keywords, [description, category]].map((texts) => wordsOf(texts.join(' ')));
  let rank = 0;
  for (const part of wanted) {
    const place = places.findIndex((words) => words.some((word) => word.startsWith(part)));
    if (place < 0) return null;
    rank += place;
  }
  return rank;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

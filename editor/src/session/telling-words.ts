import type { JsonObject } from '../engine/json.ts';

const telling = ['title', 'label', 'text', 'name', 'caption', 'alt'];

// A few words by which one knows a node from its siblings; empty where it has none.
export function tellingWords(props: JsonObject): string {
  for (const key of telling) {
    const value = props[key];
    if (typeof value === 'string' && value.trim() !== '') return value.slice(0, 60);
  }
  return '';
}

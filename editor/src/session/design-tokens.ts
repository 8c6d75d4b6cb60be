// The design tokens as an author chooses among them; see docs/formats/tokens.md. What they mean on the page is the engine's to say.
import type { JsonObject } from '../engine/json.ts';
import { resolved } from '../tokens/resolve.ts';
import { documentUnder, listTokens as tokensOf } from '../tokens/token-tree.ts';
import { valueCss } from '../tokens/value-text.ts';

export interface DesignToken {
  path: string;
  reference: string; // as a style's value: "{space.4}"
  type: string;
  css: string; // the value as CSS, empty where it takes more than one
}

export function listTokens(tokens: JsonObject): DesignToken[] {
  const root = documentUnder(tokens, null);
  return tokensOf(tokens).map(({ path, type }) => {
    const reference = `{${path}}`;
    return { path, reference, type, css: valueCss(type, resolved(reference, root)) };
  });
}

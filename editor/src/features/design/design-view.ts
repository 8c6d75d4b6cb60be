// The tokens as the screen shows them: each with what it is under every theme, and with what is wrong with it.
import type { JsonObject, JsonValue } from '../../engine/json.ts';
import { concerns, contrastFaults, type ContrastFault } from './tokens/contrast.ts';
import { isSame, overrideOf } from './tokens/edit-tokens.ts';
import { resolved } from './tokens/resolve.ts';
import { kindOf, titleOf, type Kind } from './tokens/token-groups.ts';
import { aliasOf, documentUnder, listTokens, themeNames, type Token } from './tokens/token-tree.ts';
import { valueText } from './tokens/value-text.ts';

export interface ThemeValue {
  theme: string | null;
  label: string;
  stated: JsonValue | undefined; // undefined: the theme says nothing of this token
  alias: string | null;
  value: JsonValue | null; // resolved; null: it leads nowhere
  words: string;
}

export interface TokenView {
  token: Token;
  kind: Kind;
  values: readonly [ThemeValue, ...ThemeValue[]]; // without a theme first
  differs: boolean; // some theme has another value
  contrast: readonly ContrastFault[];
}

export interface DesignView {
  document: JsonObject;
  themes: readonly (string | null)[];
  tokens: readonly TokenView[];
  byPath: ReadonlyMap<string, TokenView>;
  contrast: readonly ContrastFault[];
}

/** What people call a theme; null: what holds without one. */
export function themeLabel(theme: string | null, document: JsonObject): string {
  if (theme !== null) return titleOf(theme);
  return themeNames(document).includes('dark') ? 'Light' : 'Value';
}

export function viewOf(document: JsonObject): DesignView {
  const themes = themeNames(document);
  const roots = new Map<string | null, JsonObject>([null, ...themes].map((theme) => [theme, documentUnder(document, theme)]));
  const contrast = contrastFaults(document);
  const valueUnder = (token: Token, theme: string | null): ThemeValue => {
    const stated = theme === null ? token.value : overrideOf(document, token, theme);
    const value = resolved(`{${token.path}}`, roots.get(theme) ?? document);
    return { theme, label: themeLabel(theme, document), stated, alias: aliasOf(stated), value, words: valueText(token.type, value) };
  };
  const tokens = listTokens(document).map((token): TokenView => {
    const base = valueUnder(token, null);
    const others = themes.map((theme) => valueUnder(token, theme));
    return {
      token,
      kind: kindOf(token),
      values: [base, ...others],
      differs: others.some(({ value }) => !isSame(value ?? '', base.value ?? '')),
      contrast: contrast.filter((fault) => concerns(fault, token.path)),
    };
  });
  return { document, themes: [null, ...themes], tokens, byPath: new Map(tokens.map((view) => [view.token.path, view])), contrast };
}

/** How many tokens are of a kind. */
export const countOf = (view: DesignView, kind: Kind): number => view.tokens.filter((token) => token.kind === kind).length;

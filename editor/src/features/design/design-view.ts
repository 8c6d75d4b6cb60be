// The tokens as the screen shows them: each with what it is under every theme, and with what is wrong with it.
import { isSame, type JsonObject, type JsonValue } from '../../engine/json.ts';
import { rgbaOf, type Rgba } from '../../tokens/color.ts';
import { concerns, contrastFaults, type ContrastFault } from './tokens/contrast.ts';
import { overrideOf } from './tokens/edit-tokens.ts';
import { resolved } from '../../tokens/resolve.ts';
import { kindOf, titleOf, type Kind } from './tokens/token-groups.ts';
import { aliasOf, documentUnder, listTokens, themeNames, type Token } from '../../tokens/token-tree.ts';
import { valueText } from '../../tokens/value-text.ts';

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
  /** The document as it is under each theme: without one (null) first. */
  under: ReadonlyMap<string | null, JsonObject>;
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
  const themes = [null, ...themeNames(document)].map((theme) => ({ theme, label: themeLabel(theme, document), root: documentUnder(document, theme) }));
  const read = listTokens(document).map((token) => {
    const [base, ...others] = themes.map(({ theme, label, root }): ThemeValue => {
      const stated = theme === null ? token.value : overrideOf(document, token, theme);
      const value = resolved(`{${token.path}}`, root);
      return { theme, label, stated, alias: aliasOf(stated), value, words: valueText(token.type, value) };
    }) as [ThemeValue, ...ThemeValue[]];
    return { token, kind: kindOf(token), values: [base, ...others] as const, differs: others.some(({ value }) => !isSame(value ?? '', base.value ?? '')) };
  });
  const contrast = contrastFaults(new Map(themes.map(({ theme }, index) => [theme, colorsOf(read, index)])));
  const tokens = read.map((view): TokenView => ({ ...view, contrast: contrast.filter((fault) => concerns(fault, view.token.path)) }));
  return { document, under: new Map(themes.map(({ theme, root }) => [theme, root])), tokens, byPath: new Map(tokens.map((view) => [view.token.path, view])), contrast };
}

/** Views of a document as it changes: of what is the same in the one before, the same object. */
export function followingViews(): (document: JsonObject) => DesignView {
  let last: DesignView | null = null;
  return (document) => {
    const fresh = viewOf(document);
    const tokens = fresh.tokens.map((token) => {
      const known = last?.byPath.get(token.token.path);
      return known && isSame(known as unknown as JsonObject, token as unknown as JsonObject) ? known : token;
    });
    last = { ...fresh, tokens, byPath: new Map(tokens.map((view) => [view.token.path, view])) };
    return last;
  };
}

/** What the tokens that are colours look like under one of the themes. */
function colorsOf(tokens: readonly Pick<TokenView, 'token' | 'values'>[], theme: number): Map<string, Rgba> {
  return new Map(
    tokens.flatMap(({ token, values }) => {
      const color = token.type === 'color' ? rgbaOf(values[theme]?.value ?? null) : null;
      return color === null ? [] : [[token.path, color] as const];
    }),
  );
}

/** How many tokens are of a kind. */
export const countOf = (view: DesignView, kind: Kind): number => view.tokens.filter((token) => token.kind === kind).length;

// What differs between two token documents, and how one says it. The same form as the API's comparison of two versions.
import { isJsonObject, isSame, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { aliasOf, documentUnder, hasValue, listTokens, themeNames, themeTree, valueOf } from '../../../tokens/token-tree.ts';
import { resolved } from '../../../tokens/resolve.ts';
import { valueText } from '../../../tokens/value-text.ts';

export interface TokenChange {
  path: string;
  theme: string | null;
  before: JsonObject | null; // null: it is new
  after: JsonObject | null; // null: it is gone
}

function tokensOf(document: JsonObject): Map<string, { path: string; theme: string | null; token: JsonObject }> {
  const found = new Map<string, { path: string; theme: string | null; token: JsonObject }>();
  const visit = (group: JsonObject, path: string, theme: string | null, above: string): void => {
    const type = typeof group.$type === 'string' ? group.$type : above;
    for (const [name, member] of Object.entries(group)) {
      if (!isJsonObject(member) || (name.startsWith('$') && name !== '$root')) continue;
      const here = path === '' ? name : `${path}.${name}`;
      if (hasValue(member)) found.set(`${theme ?? ''}\n${here}`, { path: here, theme, token: { ...(type === '' ? {} : { $type: type }), ...member } });
      else visit(member, here, theme, type);
    }
  };
  visit(document, '', null, '');
  for (const theme of themeNames(document)) visit(themeTree(document, theme), '', theme, '');
  return found;
}

/** In the order of `after`; what is gone comes last. */
export function differences(before: JsonObject, after: JsonObject): TokenChange[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const changes: TokenChange[] = [];
  for (const [key, { path, theme, token }] of now) {
    const was = old.get(key)?.token ?? null;
    if (was === null || !isSame(was, token)) changes.push({ path, theme, before: was, after: token });
  }
  for (const [key, { path, theme, token }] of old) if (!now.has(key)) changes.push({ path, theme, before: token, after: null });
  return changes;
}

export interface ToldChange {
  path: string;
  theme: string | null;
  kind: 'added' | 'changed' | 'described' | 'removed'; // described: its value stays
  type: string;
  before: Told | null;
  after: Told | null;
}

interface Told {
  words: string; // "→ color.ink.900 (#161d1b)"
  value: JsonValue | null; // resolved
}

/** Changes with their values resolved, each in the document that it stands in. */
export function told(changes: readonly TokenChange[], before: JsonObject, after: JsonObject): ToldChange[] {
  const roots = new Map<string, JsonObject>();
  const rootOf = (side: 'before' | 'after', theme: string | null): JsonObject => {
    const key = `${side} ${theme ?? ''}`;
    const known = roots.get(key) ?? documentUnder(side === 'before' ? before : after, theme);
    roots.set(key, known);
    return known;
  };
  const types = new Map([...listTokens(before), ...listTokens(after)].map(({ path, type }) => [path, type]));
  return changes.map(({ path, theme, before: was, after: is }) => {
    const type = types.get(path) ?? '';
    const tell = (token: JsonObject | null, side: 'before' | 'after'): Told | null => {
      if (token === null) return null;
      const value = resolved(valueOf(token), rootOf(side, theme));
      const alias = aliasOf(valueOf(token));
      return { value, words: alias === null ? valueText(type, value) : `→ ${alias} (${valueText(type, value)})` };
    };
    const kind = was === null ? 'added' : is === null ? 'removed' : isSame(valueOf(was), valueOf(is)) ? 'described' : 'changed';
    return { path, theme, kind, type, before: tell(was, 'before'), after: tell(is, 'after') };
  });
}

/** "color.primary becomes #0b5fff, was → color.pine.600 (#146b5a)". */
export function sentenceOf({ path, theme, kind, before, after }: ToldChange, themeLabel: (theme: string) => string): string {
  const name = theme === null ? path : `${path} in ${themeLabel(theme)}`;
  if (kind === 'added') return theme === null ? `${name} is new: ${after?.words ?? ''}` : `${name} has a value of its own: ${after?.words ?? ''}`;
  if (kind === 'removed') return theme === null ? `${name} is removed, was ${before?.words ?? ''}` : `${name} is no longer of its own, was ${before?.words ?? ''}`;
  if (kind === 'described') return `${name}: its description or other marks change`;
  return `${name} becomes ${after?.words ?? ''}, was ${before?.words ?? ''}`;
}


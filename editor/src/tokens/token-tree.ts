// A document of design tokens as a list; see docs/formats/tokens.md. What is wrong in it is the engine's to say: here it is left out.
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/json.ts';

export const themesKey = 'org.pagewright.themes';

export interface Token {
  path: string; // "color.ink"
  names: readonly string[]; // the path's parts
  type: string; // its own, that of what it refers to, or its group's; empty where it has none
  value: JsonValue;
  description: string;
  deprecated: string | null; // a reason, which may be empty
  isInherited: boolean; // by $extends: the document does not state it at this place
}

export const hasValue = (place: JsonObject): boolean => place.$value !== undefined || typeof place.$ref === 'string';

/** The path of the token that a whole value refers to, as `{color.ink}` or by a JSON Pointer; null for any other value. */
export function aliasOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return /^\{[^{}]+\}$/.test(value) ? value.slice(1, -1) : null;
  if (!isJsonObject(value) || typeof value.$ref !== 'string' || Object.keys(value).length > 1) return null;
  const parts = pointerParts(value.$ref);
  const names = parts?.at(-1) === '$value' ? parts.slice(0, -1) : parts;
  // Further in it is a part of a value.
  return names === null || names === undefined || names.length === 0 || names.includes('$value') ? null : names.join('.');
}

export function pointerParts(pointer: string): string[] | null {
  if (!pointer.startsWith('#/')) return null;
  try {
    return pointer.slice(2).split('/').map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
  } catch {
    return null;
  }
}

export function placeAt(root: JsonValue | undefined, names: readonly string[]): JsonValue | undefined {
  return names.reduce<JsonValue | undefined>((place, name) => (isJsonObject(place) || Array.isArray(place) ? (place as JsonObject)[name] : undefined), root);
}

/** What a token says in place of `$value`. */
export const valueOf = (token: JsonObject): JsonValue => token.$value ?? { $ref: token.$ref ?? '' };

/** The names of the document's themes, in its order. */
export function themeNames(document: JsonObject): string[] {
  const themes = placeAt(document, ['$extensions', themesKey]);
  return isJsonObject(themes) ? Object.keys(themes) : [];
}

export function themeTree(document: JsonObject, theme: string): JsonObject {
  const tree = placeAt(document, ['$extensions', themesKey, theme]);
  return isJsonObject(tree) ? tree : {};
}

/** `over` laid over `under`: groups are merged; of a token the members that are stated again are replaced. */
export function laidOver(under: JsonObject, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...under };
  for (const [name, member] of Object.entries(over)) {
    const below = merged[name];
    merged[name] = isJsonObject(member) && isJsonObject(below) && !name.startsWith('$') ? laidOver(below, member) : member;
  }
  return merged;
}

/** The document as it is under a theme; null: as it is without one. What groups extend stands in them. */
export function documentUnder(document: JsonObject, theme: string | null): JsonObject {
  return extended(theme === null ? document : laidOver(document, themeTree(document, theme)));
}

const deepest = 100;

/** Groups with what they extend in them: what a group states itself takes the place of what it inherits. */
export function extended(document: JsonObject): JsonObject {
  const grow = (group: JsonObject, depth: number): JsonObject => {
    if (depth > deepest) return group;
    let whole = group;
    const from = hasValue(group) && group.$extends === undefined ? null : extendedGroup(group);
    const source = from === null ? undefined : placeAt(document, from);
    if (isJsonObject(source) && !hasValue(source)) whole = inheriting(grow(source, depth + 1), group);
    const grown: JsonObject = {};
    for (const [name, member] of Object.entries(whole)) {
      const isPlace = isJsonObject(member) && (!name.startsWith('$') || name === '$root') && !hasValue(member);
      grown[name] = isPlace ? grow(member, depth + 1) : member;
    }
    return grown;
  };
  return JSON.stringify(document).includes('"$extends"') ? grow(document, 0) : document;
}

function extendedGroup(group: JsonObject): string[] | null {
  if (typeof group.$extends !== 'string') return null;
  return /^\{.+\}$/.test(group.$extends) ? group.$extends.slice(1, -1).split('.') : pointerParts(group.$extends);
}

function inheriting(source: JsonObject, group: JsonObject): JsonObject {
  const merged: JsonObject = { ...source };
  for (const [name, member] of Object.entries(group)) {
    const below = merged[name];
    const areGroups = isJsonObject(member) && isJsonObject(below) && !hasValue(member) && !hasValue(below) && !name.startsWith('$');
    merged[name] = areGroups ? inheriting(below, member) : member;
  }
  delete merged.$extends;
  return merged;
}

interface Inherited {
  type: string;
  deprecated: string | null;
}

/** All tokens, in the order of the document. */
export function listTokens(document: JsonObject): Token[] {
  const root = extended(document);
  const found: Token[] = [];
  const visit = (group: JsonObject, names: readonly string[], above: Inherited): void => {
    const here = { type: typeof group.$type === 'string' ? group.$type : above.type, deprecated: deprecation(group, above.deprecated) };
    for (const [name, member] of Object.entries(group)) {
      if (!isJsonObject(member) || (name.startsWith('$') && name !== '$root')) continue;
      if (hasValue(member)) found.push(tokenAt(member, [...names, name], here, root, document));
      else visit(member, [...names, name], here);
    }
  };
  visit(root, [], { type: '', deprecated: null });
  return found;
}

function deprecation(place: JsonObject, above: string | null): string | null {
  if (place.$deprecated === true) return '';
  if (place.$deprecated === false) return null;
  return typeof place.$deprecated === 'string' ? place.$deprecated : above;
}

function tokenAt(token: JsonObject, names: readonly string[], above: Inherited, root: JsonObject, document: JsonObject): Token {
  const value = valueOf(token);
  return {
    path: names.join('.'),
    names,
    type: typeof token.$type === 'string' ? token.$type : (typeOfTarget(value, root) ?? above.type),
    value,
    description: typeof token.$description === 'string' ? token.$description : '',
    deprecated: deprecation(token, above.deprecated),
    isInherited: root !== document && placeAt(document, names) === undefined,
  };
}

/** The type of what an alias leads to, however many steps away. */
function typeOfTarget(value: JsonValue, root: JsonObject): string | null {
  let alias = aliasOf(value);
  for (let step = 0; alias !== null && step < deepest; step += 1) {
    const names = alias.split('.');
    const target = placeAt(root, names);
    if (!isJsonObject(target)) return null;
    if (typeof target.$type === 'string') return target.$type;
    alias = aliasOf(valueOf(target));
    if (alias !== null) continue;
    for (let length = names.length - 1; length >= 0; length -= 1) {
      const group = placeAt(root, names.slice(0, length));
      if (isJsonObject(group) && typeof group.$type === 'string') return group.$type;
    }
  }
  return null;
}

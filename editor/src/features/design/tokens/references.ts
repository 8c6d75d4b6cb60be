// Who refers to which place of a token document: whole tokens, parts of them, and groups that others extend.
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { hasValue, placeAt, pointerParts, themeNames, themesKey, themeTree, valueOf } from '../../../tokens/token-tree.ts';

/** A reference as it is written, and the names of where it leads, those within a value included. */
type Change = (names: readonly string[], written: JsonValue) => JsonValue;

const isBelow = (names: readonly string[], place: readonly string[]): boolean => place.every((name, index) => names[index] === name);

/** The names that a whole text refers to: of "{color.ink}", or of the pointer "#/color/ink/$value". */
export function namesIn(text: string): string[] | null {
  return /^\{[^{}]+\}$/.test(text) ? text.slice(1, -1).split('.') : pointerParts(text);
}

/** The same kind of reference to another place. */
function leadingTo(names: readonly string[], like: string): string {
  if (like.startsWith('{')) return `{${names.join('.')}}`;
  return `#/${names.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('%24', '$')).join('/')}`;
}

// What has nothing changed in it stays the same object.
function eachMember(place: JsonObject, change: (name: string, member: JsonValue) => JsonValue): JsonObject {
  let changed = place;
  for (const [name, member] of Object.entries(place)) {
    const next = member === null ? member : change(name, member);
    if (next !== member) changed = { ...changed, [name]: next };
  }
  return changed;
}

/** A value with the references in it changed. */
export function changedValue(value: JsonValue, change: Change): JsonValue {
  if (typeof value === 'string') {
    const names = value.startsWith('{') ? namesIn(value) : null;
    return names === null ? value : change(names, value);
  }
  if (Array.isArray(value)) {
    const parts = value.map((part) => changedValue(part, change));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  if (!isJsonObject(value)) return value;
  const names = typeof value.$ref === 'string' ? pointerParts(value.$ref) : null;
  if (names !== null) {
    const next = change(names, value);
    if (next !== value) return next;
  }
  return eachMember(value, (name, member) => (name === '$ref' ? member : changedValue(member, change)));
}

// Of a tree of groups and tokens, the document's or a theme's.
function changedTree(tree: JsonObject, change: Change): JsonObject {
  return eachMember(tree, (name, member) => {
    if (name === '$value') return changedValue(member, change);
    if (name === '$ref' || name === '$extends') {
      const names = typeof member === 'string' ? namesIn(member) : null;
      return names === null ? member : change(names, member);
    }
    return isJsonObject(member) && (!name.startsWith('$') || name === '$root') ? changedTree(member, change) : member;
  });
}

/** The document with all references in it changed, those of its themes too. */
function changedDocument(document: JsonObject, change: Change): JsonObject {
  const changed = changedTree(document, change);
  const extensions = document.$extensions;
  const themes = isJsonObject(extensions) ? extensions[themesKey] : undefined;
  if (!isJsonObject(extensions) || !isJsonObject(themes)) return changed;
  const next = eachMember(themes, (_, theme) => (isJsonObject(theme) ? changedTree(theme, change) : theme));
  return next === themes ? changed : { ...changed, $extensions: { ...extensions, [themesKey]: next } };
}

/** References to a place, and to what is below it, lead to where it is now. */
export function withReferencesTo(document: JsonObject, from: readonly string[], to: readonly string[]): JsonObject {
  return changedDocument(document, (names, written) => {
    if (!isBelow(names, from)) return written;
    const target = [...to, ...names.slice(from.length)];
    if (typeof written === 'string') return leadingTo(target, written);
    return isJsonObject(written) && typeof written.$ref === 'string' ? { ...written, $ref: leadingTo(target, written.$ref) } : written;
  });
}

export interface Referrer {
  path: string;
  theme: string | null;
  /** It is a group, which takes over what the place has. */
  isExtending: boolean;
}

/** Who refers to a place or to what is below it, from outside of it. */
export function referrersOf(document: JsonObject, place: readonly string[]): Referrer[] {
  const found: Referrer[] = [];
  const leadsThere = (value: JsonValue): boolean => {
    let isThere = false;
    changedValue(value, (names, written) => {
      isThere ||= isBelow(names, place);
      return written;
    });
    return isThere;
  };
  const visit = (group: JsonObject, names: readonly string[], theme: string | null): void => {
    if (names.length > 0 && isBelow(names, place)) return;
    const path = names.join('.');
    if (typeof group.$extends === 'string' && isBelow(namesIn(group.$extends) ?? [], place)) found.push({ path, theme, isExtending: true });
    if (hasValue(group) && leadsThere(valueOf(group))) found.push({ path, theme, isExtending: false });
    for (const [name, member] of Object.entries(group)) {
      if (isJsonObject(member) && (!name.startsWith('$') || name === '$root')) visit(member, [...names, name], theme);
    }
  };
  visit(document, [], null);
  for (const theme of themeNames(document)) visit(themeTree(document, theme), [], theme);
  return found;
}

const deepest = 100;

/** A value that no longer refers to a place: what stands there is in it instead. `document`: as it is under the theme. */
export function withoutReferencesTo(value: JsonValue, place: readonly string[], document: JsonObject, depth = 0): JsonValue {
  return changedValue(value, (names, written) => {
    if (!isBelow(names, place) || depth > deepest) return written;
    const target = placeAt(document, names);
    const stated = isJsonObject(target) && hasValue(target) ? valueOf(target) : target;
    if (stated === undefined) return written;
    const inner = withoutReferencesTo(stated, place, document, depth + 1);
    if (!isJsonObject(written)) return inner;
    const { $ref: _, ...beside } = written;
    return isJsonObject(inner) && Object.keys(beside).length > 0 ? { ...inner, ...beside } : inner;
  });
}

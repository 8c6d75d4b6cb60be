// Tokens and groups that come, are called otherwise, or go. Each gives a new document.
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { documentUnder, hasValue, listTokens, placeAt, themeNames, themesKey, themeTree, type Token } from '../../../tokens/token-tree.ts';
import { overrideOf, setValue } from './edit-tokens.ts';
import { referrersOf, withoutReferencesTo, withReferencesTo } from './references.ts';

/** What a new token of a type begins with. */
export const firstValues: Readonly<Record<string, JsonValue>> = {
  color: { colorSpace: 'srgb', components: [0.502, 0.502, 0.502], hex: '#808080' },
  dimension: { value: 16, unit: 'px' },
  fontFamily: ['system-ui', 'sans-serif'],
  fontWeight: 400,
  number: 1,
  duration: { value: 200, unit: 'ms' },
  cubicBezier: [0.4, 0, 0.2, 1],
  shadow: { color: { colorSpace: 'srgb', components: [0, 0, 0], alpha: 0.2, hex: '#000000' }, offsetX: { value: 0, unit: 'px' }, offsetY: { value: 2, unit: 'px' }, blur: { value: 8, unit: 'px' }, spread: { value: 0, unit: 'px' } },
};

/** The custom property that a token becomes: two tokens may not become the same one. */
const customProperty = (names: readonly string[]): string => names.filter((name) => name !== '$root').join('-').toLowerCase().replace(/[^a-z0-9_-]/g, '-');

/** Why something may not be called this in a group; null where it may. `present`: what it is called now. */
export function nameFault(document: JsonObject, group: readonly string[], name: string, present: string | null = null): string | null {
  if (name === '') return 'Give it a name.';
  if (/[.{}]/.test(name)) return 'A name has no dot and no curly brackets.';
  if (name.startsWith('$')) return 'A name does not begin with $.';
  if (name === present) return null;
  if (isJsonObject(placeAt(document, [...group, name]))) return `There is “${[...group, name].join('.')}” already.`;
  const own = present === null ? null : [...group, present].join('.');
  const twin = listTokens(document).find(({ path, names }) => path !== own && customProperty(names) === customProperty([...group, name]));
  return twin ? `On pages it would be the same as ${twin.path}.` : null;
}

/** Why there can be no token in a group of this path; null where there can. */
export function groupFault(document: JsonObject, group: readonly string[]): string | null {
  if (group.some((name) => name === '')) return 'Write the names of groups with a dot between them, such as color.pine.';
  const fault = group.find((name) => /[{}]/.test(name) || name.startsWith('$'));
  if (fault !== undefined) return `“${fault}” can’t be the name of a group.`;
  const token = group.map((_, index) => group.slice(0, index + 1)).find((names) => isToken(placeAt(document, names)));
  return token ? `“${token.join('.')}” is a token, and holds no others.` : null;
}

const isToken = (place: JsonValue | undefined): boolean => isJsonObject(place) && hasValue(place);

/** A new token at the end of its group, which is made where there is none. */
export function withToken(document: JsonObject, names: readonly string[], type: string, value: JsonValue): JsonObject {
  const inherited = names.slice(0, -1).reduce<{ place: JsonValue | undefined; type: string }>(
    (above, name) => {
      const place = placeAt(above.place, [name]);
      return { place, type: isJsonObject(place) && typeof place.$type === 'string' ? place.$type : above.type };
    },
    { place: document, type: typeof document.$type === 'string' ? document.$type : '' },
  );
  return withPlace(document, names, () => ({ ...(inherited.type === type ? {} : { $type: type }), $value: value }));
}

function withPlace(group: JsonObject, names: readonly string[], make: () => JsonObject): JsonObject {
  const [name = '', ...rest] = names;
  const member = group[name];
  return { ...group, [name]: rest.length === 0 ? make() : withPlace(isJsonObject(member) ? member : {}, rest, make) };
}

/** A token or group under another name, at the same place among the others, under all themes. */
export function renamed(document: JsonObject, names: readonly string[], name: string, areReferencesChanged: boolean): JsonObject {
  const moved = inAllTrees(document, (tree) => renamedIn(tree, names, name));
  return areReferencesChanged ? withReferencesTo(moved, names, [...names.slice(0, -1), name]) : moved;
}

function renamedIn(group: JsonObject, names: readonly string[], to: string): JsonObject {
  const [name = '', ...rest] = names;
  const member = group[name];
  if (member === undefined) return group;
  if (rest.length === 0) return Object.fromEntries(Object.entries(group).map(([key, value]) => [key === name ? to : key, value]));
  return isJsonObject(member) ? { ...group, [name]: renamedIn(member, rest, to) } : group;
}

/** Without a token or group, and without the groups that are empty then. What refers to it from outside gets the value that it had, under each theme. */
export function removed(whole: JsonObject, names: readonly string[]): JsonObject {
  const document = withOwnTokens(whole, names);
  const tokens = new Map(listTokens(document).map((token) => [token.path, token]));
  const roots = new Map([null, ...themeNames(document)].map((theme) => [theme, documentUnder(document, theme)]));
  let kept = document;
  for (const { path, theme, isExtending } of referrersOf(document, names)) {
    const token = tokens.get(path);
    if (isExtending || !token) continue;
    for (const [under, root] of theme === null ? roots : [[theme, roots.get(theme)] as const]) {
      if (root) kept = withOwnValue(kept, token, under, theme, names, root);
    }
  }
  return inAllTrees(kept, (tree) => removedFrom(tree, names));
}

// What groups take over from the place becomes their own.
function withOwnTokens(document: JsonObject, names: readonly string[]): JsonObject {
  const root = documentUnder(document, null);
  return referrersOf(document, names)
    .filter(({ isExtending, theme }) => isExtending && theme === null)
    .reduce((kept, { path }) => withPlace(kept, path.split('.'), () => placeAt(root, path.split('.')) as JsonObject), document);
}

// `stated` is the theme in which the token refers to the place; under others it may be something else through it.
function withOwnValue(document: JsonObject, token: Token, under: string | null, stated: string | null, place: readonly string[], root: JsonObject): JsonObject {
  const present = stated === null ? token.value : overrideOf(document, token, stated);
  if (present === undefined) return document;
  if (under !== stated && overrideOf(document, token, under ?? '') !== undefined) return document;
  const value = withoutReferencesTo(present, place, root);
  const isSameAsWithout = under !== stated && JSON.stringify(value) === JSON.stringify(withoutReferencesTo(present, place, documentUnder(document, null)));
  return isSameAsWithout ? document : setValue(document, token, under, value);
}

function removedFrom(group: JsonObject, names: readonly string[]): JsonObject {
  const [name = '', ...rest] = names;
  const { [name]: member, ...others } = group;
  if (member === undefined) return group;
  if (rest.length === 0 || !isJsonObject(member)) return others;
  const left = removedFrom(member, rest);
  const isEmpty = !Object.keys(left).some((key) => !key.startsWith('$') || key === '$root' || key === '$extends');
  return isEmpty ? others : { ...group, [name]: left };
}

// What is changed in the document's tree and in those of its themes.
function inAllTrees(document: JsonObject, change: (tree: JsonObject) => JsonObject): JsonObject {
  const changed = change(document);
  const extensions = document.$extensions;
  const themes = isJsonObject(extensions) ? extensions[themesKey] : undefined;
  if (!isJsonObject(extensions) || !isJsonObject(themes)) return changed;
  const next = Object.fromEntries(Object.keys(themes).map((theme) => [theme, change(themeTree(document, theme))]));
  return { ...changed, $extensions: { ...extensions, [themesKey]: next } };
}

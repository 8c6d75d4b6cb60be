// Changes of a token document. Each gives a new one; what they don't touch stays the same object.
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { hasValue, placeAt, themesKey, valueOf, type Token } from '../../../tokens/token-tree.ts';

const placeOf = (names: readonly string[], theme: string | null): string[] => (theme === null ? [...names] : ['$extensions', themesKey, theme, ...names]);

function withMember(place: JsonValue | undefined, names: readonly string[], change: (member: JsonValue | undefined) => JsonValue | undefined): JsonObject {
  const [name = '', ...rest] = names;
  const group: JsonObject = isJsonObject(place) ? place : {};
  const member = rest.length === 0 ? change(group[name]) : withMember(group[name], rest, change);
  const { [name]: _, ...others } = group;
  // A member that is there keeps its place among the others.
  return member === undefined ? others : { ...group, [name]: member };
}

/** The token's value, without a theme (null) or under one, which then overrides it. */
export function setValue(document: JsonObject, token: Token, theme: string | null, value: JsonValue): JsonObject {
  return withMember(document, placeOf(token.names, theme), (member) => {
    const { $ref: _, ...before } = isJsonObject(member) ? member : {};
    // What is inherited is stated anew at this place, and keeps the type that it had.
    const type = theme === null && !isJsonObject(member) && token.type !== '' ? { $type: token.type } : {};
    return { ...type, ...before, $value: value };
  });
}

/** What a theme says of the token; undefined where it says nothing. */
export function overrideOf(document: JsonObject, token: Token, theme: string): JsonValue | undefined {
  const place = placeAt(document, placeOf(token.names, theme));
  return isJsonObject(place) && hasValue(place) ? valueOf(place) : undefined;
}

/** The token is under the theme what it is without; groups that are empty then go with it, the theme itself stays. */
export function removeOverride(document: JsonObject, token: Token, theme: string): JsonObject {
  const removeFrom = (place: JsonObject, names: readonly string[]): JsonObject => {
    const [name = '', ...rest] = names;
    const member = place[name];
    const { [name]: _, ...others } = place;
    if (rest.length === 0 || !isJsonObject(member)) return others;
    const left = removeFrom(member, rest);
    return Object.keys(left).length === 0 ? others : { ...place, [name]: left };
  };
  return withMember(document, ['$extensions', themesKey, theme], (tree) => (isJsonObject(tree) ? removeFrom(tree, token.names) : tree));
}

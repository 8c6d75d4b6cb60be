// Values with what they refer to in its place.
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/json.ts';
import { aliasOf, hasValue, placeAt, pointerParts, valueOf } from './token-tree.ts';

const deepest = 100;

/** A value without references, as far as they lead to something; null where they lead nowhere or in a circle. `document`: as it is under a theme. */
export function resolved(value: JsonValue, document: JsonObject, depth = 0): JsonValue | null {
  if (depth > deepest) return null;
  const alias = aliasOf(value);
  if (alias !== null) {
    const target = placeAt(document, alias.split('.'));
    return isJsonObject(target) && hasValue(target) ? resolved(valueOf(target), document, depth + 1) : null;
  }
  if (Array.isArray(value)) return resolvedList(value, document, depth);
  if (!isJsonObject(value)) return value;
  if (typeof value.$ref === 'string') return resolvedReference(value, document, depth);
  return resolvedMembers(value, document, depth);
}

// An alias in a list may stand for several.
function resolvedList(list: JsonValue[], document: JsonObject, depth: number): JsonValue | null {
  const parts: JsonValue[] = [];
  for (const part of list) {
    const found = resolved(part, document, depth + 1);
    if (found === null) return null;
    if (Array.isArray(found) && aliasOf(part) !== null) parts.push(...found);
    else parts.push(found);
  }
  return parts;
}

function resolvedMembers(value: JsonObject, document: JsonObject, depth: number): JsonObject | null {
  const members: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    const found = member === null ? null : resolved(member, document, depth + 1);
    if (found === null) return null;
    members[name] = found;
  }
  return members;
}

function resolvedReference(value: JsonObject, document: JsonObject, depth: number): JsonValue | null {
  const { $ref: pointer, ...beside } = value;
  const target = partAt(document, pointerParts(String(pointer)) ?? [], depth);
  if (target === undefined) return null;
  const whole = resolved(isJsonObject(target) && hasValue(target) ? valueOf(target) : target, document, depth + 1);
  return isJsonObject(whole) && Object.keys(beside).length > 0 ? resolvedMembers({ ...whole, ...beside }, document, depth + 1) : whole;
}

// A pointer may lead on into what an alias stands for.
function partAt(document: JsonObject, names: readonly string[], depth: number): JsonValue | undefined {
  let place: JsonValue | undefined = document;
  for (const [index, name] of names.entries()) {
    place = placeAt(place, [name]);
    if (name === '$value' && place !== undefined && index < names.length - 1) place = resolved(place, document, depth + 1) ?? undefined;
  }
  return place;
}

/** Every token that a token's value refers to, directly or by others: what it must not refer to is whoever refers to it. */
export function referencesOf(value: JsonValue, document: JsonObject, found = new Set<string>()): Set<string> {
  const alias = aliasOf(value);
  if (alias !== null) {
    if (found.has(alias)) return found;
    found.add(alias);
    const target = placeAt(document, alias.split('.'));
    return isJsonObject(target) && hasValue(target) ? referencesOf(valueOf(target), document, found) : found;
  }
  if (Array.isArray(value)) for (const part of value) referencesOf(part, document, found);
  else if (isJsonObject(value)) for (const part of Object.values(value)) if (part !== null) referencesOf(part, document, found);
  return found;
}

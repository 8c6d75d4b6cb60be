import type { PropSchema } from '../engine/component.ts';
import { isJsonObject, type JsonValue } from '../engine/json.ts';

// Whether a value would stand under a schema, so that it need not be tried. The engine has the last word: what it knows better is refused there.
export function fitsSchema(value: JsonValue, schema: PropSchema, definitions: Readonly<Record<string, PropSchema>> = schema.$defs ?? {}): boolean {
  const referred = schema.$ref?.startsWith('#/$defs/') ? definitions[schema.$ref.slice('#/$defs/'.length)] : undefined;
  if (referred) return fitsSchema(value, referred, definitions);
  if (!isOfType(value, schema.type)) return false;
  if (schema.enum && !schema.enum.some((allowed) => JSON.stringify(allowed) === JSON.stringify(value))) return false;
  if (typeof value === 'string') return fitsText(value, schema);
  if (typeof value === 'number') return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  if (Array.isArray(value)) {
    const isCounted = value.length >= (schema.minItems ?? 0) && value.length <= (schema.maxItems ?? Infinity);
    return isCounted && value.every((item) => !schema.items || fitsSchema(item, schema.items, definitions));
  }
  if (!isJsonObject(value)) return true;
  const has = (key: string) => Object.hasOwn(value, key);
  if (!(schema.required ?? []).every(has)) return false;
  return Object.entries(schema.properties ?? {}).every(([key, property]) => !has(key) || fitsSchema(value[key] as JsonValue, property, definitions));
}

function isOfType(value: JsonValue, type: PropSchema['type']): boolean {
  if (type === undefined) return true;
  return (Array.isArray(type) ? type : [type]).some((name) => {
    switch (name) {
      case 'null':
        return value === null;
      case 'array':
        return Array.isArray(value);
      case 'object':
        return isJsonObject(value);
      case 'integer':
        return Number.isInteger(value);
      default:
        return typeof value === name;
    }
  });
}

function fitsText(value: string, { minLength = 0, maxLength = Infinity, pattern }: PropSchema): boolean {
  const length = [...value].length;
  if (length < minLength || length > maxLength) return false;
  if (pattern === undefined) return true;
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return false;
  }
}

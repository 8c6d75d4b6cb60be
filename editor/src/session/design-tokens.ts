// The design tokens as an author chooses among them; see docs/formats/tokens.md. What they mean on the page is the engine's to say.
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/json.ts';

export interface DesignToken {
  path: string;
  reference: string; // as a style's value: "{space.4}"
  type: string;
  css: string; // the value as CSS, empty where it takes more than one
}

export function listTokens(tokens: JsonObject): DesignToken[] {
  const found: DesignToken[] = [];
  collect(tokens, [], '', tokens, found);
  return found;
}

function collect(group: JsonObject, path: readonly string[], type: string, root: JsonObject, found: DesignToken[]): void {
  const own = typeof group.$type === 'string' ? group.$type : type;
  if (group.$value !== undefined) {
    const name = path.join('.');
    const css = cssOf(resolve(group.$value, root, 0), root);
    found.push({ path: name, reference: `{${name}}`, type: own, css });
    return;
  }
  for (const [key, child] of Object.entries(group)) {
    if (!key.startsWith('$') && isJsonObject(child)) collect(child, [...path, key], own, root, found);
  }
}

function resolve(value: JsonValue, root: JsonObject, depth: number): JsonValue {
  if (typeof value !== 'string' || !value.startsWith('{') || depth > 20) return value;
  let target: JsonValue | undefined = root;
  for (const key of value.slice(1, -1).split('.')) target = isJsonObject(target) ? target[key] : undefined;
  return isJsonObject(target) && target.$value !== undefined ? resolve(target.$value, root, depth + 1) : '';
}

function cssOf(value: JsonValue, root: JsonObject): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.every((part) => typeof part === 'string') ? value.join(', ') : value.map((part) => cssOf(part, root)).join(', ');
  if (!isJsonObject(value)) return '';
  if (typeof value.hex === 'string') return withAlpha(value.hex, value.alpha);
  if (typeof value.unit === 'string') return `${String(value.value)}${value.unit}`;
  if (value.offsetX !== undefined) {
    const lengths = [value.offsetX, value.offsetY, value.blur, value.spread].map((part) => cssOf(resolve(part ?? 0, root, 0), root));
    return `${lengths.join(' ')} ${cssOf(resolve(value.color ?? '', root, 0), root)}`;
  }
  return '';
}

function withAlpha(hex: string, alpha: JsonValue | undefined): string {
  if (typeof alpha !== 'number' || alpha >= 1) return hex;
  return `${hex.slice(0, 7)}${Math.round(alpha * 255).toString(16).padStart(2, '0')}`;
}

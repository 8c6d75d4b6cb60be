// Colours as the format writes them, as people type them, and as screens show them.
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/json.ts';
import { toSrgb } from './color-spaces.ts';

/** Parts of sRGB from 0 to 1. */
export interface Rgba {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

const hexForm = /^#?([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** "#abc", "aabbcc", "#aabbcc80"; null for anything else. */
export function parseHex(text: string): Rgba | null {
  const match = hexForm.exec(text.trim());
  if (!match?.[1]) return null;
  const digits = match[1].length < 6 ? [...match[1]].map((digit) => digit + digit).join('') : match[1];
  const part = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4), alpha: digits.length === 8 ? part(6) : 1 };
}

const byte = (part: number): string => Math.round(part * 255).toString(16).padStart(2, '0');

/** "#rrggbb", without the alpha. */
export const toHex = ({ red, green, blue }: Rgba): string => `#${byte(red)}${byte(green)}${byte(blue)}`;

/** "#rrggbb", or "#rrggbbaa" where it is not opaque: also for style sheets. */
export const toHexWithAlpha = (color: Rgba): string => (color.alpha >= 1 ? toHex(color) : toHex(color) + byte(color.alpha));

/** What a resolved value looks like on a screen; null for what is no colour. */
export function rgbaOf(value: JsonValue | null): Rgba | null {
  if (typeof value === 'string') return parseHex(value.startsWith('#') ? value : '');
  if (!isJsonObject(value)) return null;
  const alpha = typeof value.alpha === 'number' ? value.alpha : 1;
  const parts = Array.isArray(value.components) ? value.components.map((part) => (typeof part === 'number' ? part : 0)) : [];
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third === undefined || typeof value.colorSpace !== 'string') return null;
  const srgb = toSrgb(value.colorSpace, [first, second, third]);
  return srgb && { red: srgb[0], green: srgb[1], blue: srgb[2], alpha };
}

const rounded = (part: number): number => Math.round(part * 10_000) / 10_000;

/** The colour as a token's value, written as `before` was: a text stays a text. */
export function colorValue(color: Rgba, before: JsonValue): JsonValue {
  if (typeof before === 'string' && before.startsWith('#')) return toHexWithAlpha(color);
  const value: JsonObject = { colorSpace: 'srgb', components: [rounded(color.red), rounded(color.green), rounded(color.blue)] };
  if (color.alpha < 1) value.alpha = Math.round(color.alpha * 1000) / 1000;
  value.hex = toHex(color);
  return value;
}

/** Only its alpha becomes another: the space in which it is given stays. */
export function withAlpha(value: JsonValue, alpha: number): JsonValue {
  if (!isJsonObject(value)) {
    const color = rgbaOf(value);
    return color ? toHexWithAlpha({ ...color, alpha }) : value;
  }
  const { alpha: _, hex, ...rest } = value;
  return { ...rest, ...(alpha < 1 ? { alpha } : {}), ...(hex === undefined ? {} : { hex }) };
}

/** Whether it is given in another space than sRGB. */
export const isWide = (value: JsonValue | null): value is JsonObject => isJsonObject(value) && typeof value.colorSpace === 'string' && value.colorSpace !== 'srgb';

/** A colour's name for people: "#146b5a", "#2c2416 at 8 %", "oklch 0.7 0.15 30". */
export function colorText(value: JsonValue | null): string {
  if (isWide(value)) {
    const parts = Array.isArray(value.components) ? value.components.join(' ') : '';
    return `${String(value.colorSpace)} ${parts}${typeof value.alpha === 'number' && value.alpha < 1 ? ` at ${percent(value.alpha)}` : ''}`;
  }
  const color = rgbaOf(value);
  if (!color) return '';
  return color.alpha < 1 ? `${toHex(color)} at ${percent(color.alpha)}` : toHex(color);
}

const percent = (part: number): string => `${String(Math.round(part * 100))} %`;

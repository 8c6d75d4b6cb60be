// Resolved values in words, and as CSS for drawn samples. What pages get is written by the engine.
import { isJsonObject, type JsonValue } from '../engine/json.ts';
import { colorText, rgbaOf, toHexWithAlpha } from './color.ts';

const text = (value: JsonValue | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A dimension or a duration: "16px". */
export function lengthText(value: JsonValue | null | undefined): string {
  if (isJsonObject(value)) return typeof value.unit === 'string' ? `${text(value.value)}${value.unit}` : '';
  return text(value ?? undefined);
}

const generic = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-serif|ui-sans-serif|ui-monospace|ui-rounded|math|emoji)$/;
const quoted = (name: string): string => (generic.test(name) ? name : `"${name.replace(/["\\]/g, '')}"`);

export function familyNames(value: JsonValue | null): string[] {
  return (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
}

export const familyCss = (value: JsonValue | null): string => familyNames(value).map(quoted).join(', ');

const weights: Readonly<Record<string, number>> = {
  thin: 100, hairline: 100, 'extra-light': 200, 'ultra-light': 200, light: 300, normal: 400, regular: 400, book: 400, medium: 500,
  'semi-bold': 600, 'demi-bold': 600, bold: 700, 'extra-bold': 800, 'ultra-bold': 800, black: 900, heavy: 900, 'extra-black': 950, 'ultra-black': 950,
};

export function weightNumber(value: JsonValue | null | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? (weights[value] ?? null) : null;
}

/** The layers of a shadow, which may be one, or the stops of a gradient. */
function layersOf(value: JsonValue | null): JsonValue[] {
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}

export function shadowCss(value: JsonValue | null): string {
  return layersOf(value)
    .map((layer) => {
      if (!isJsonObject(layer)) return '';
      const color = rgbaOf(layer.color ?? null);
      const lengths = [layer.offsetX, layer.offsetY, layer.blur, layer.spread].map((part) => lengthText(part ?? 0) || '0');
      return `${layer.inset === true ? 'inset ' : ''}${lengths.join(' ')} ${color ? toHexWithAlpha(color) : 'transparent'}`;
    })
    .filter((layer) => layer !== '')
    .join(', ');
}

function gradientCss(value: JsonValue | null): string {
  const stops = layersOf(value).flatMap((stop) => {
    const color = isJsonObject(stop) ? rgbaOf(stop.color ?? null) : null;
    if (!isJsonObject(stop) || !color) return [];
    const position = typeof stop.position === 'number' ? stop.position : 0;
    return [`${toHexWithAlpha(color)} ${String(Math.round(Math.min(1, Math.max(0, position)) * 100))}%`];
  });
  return stops.length === 0 ? '' : `linear-gradient(90deg, ${stops.length === 1 ? `${stops[0] ?? ''}, ${stops[0] ?? ''}` : stops.join(', ')})`;
}

/** The value as CSS, for samples and short lists; empty where it takes more than one. */
export function valueCss(type: string, value: JsonValue | null): string {
  switch (type) {
    case 'color': {
      const color = rgbaOf(value);
      return color ? toHexWithAlpha(color) : '';
    }
    case 'fontFamily':
      return familyNames(value).join(', ');
    case 'shadow':
      return shadowCss(value);
    case 'gradient':
      return gradientCss(value);
    default:
      return lengthText(value);
  }
}

// People think in pixels; browsers begin with 16 of them to a rem.
function withPixels(value: JsonValue): string {
  const length = lengthText(value);
  const [, number] = /^(-?[\d.]+)rem$/.exec(length) ?? [];
  return number === undefined ? length : `${length} (${String(Math.round(Number(number) * 1600) / 100)}px)`;
}

/** The value in a few words, for lists and sentences. */
export function valueText(type: string, value: JsonValue | null): string {
  if (value === null) return 'leads nowhere';
  switch (type) {
    case 'color':
      return colorText(value) || text(value);
    case 'dimension':
      return withPixels(value);
    case 'duration':
      return lengthText(value);
    case 'fontFamily':
      return familyNames(value).join(', ');
    case 'shadow':
      return layersOf(value).map(shadowLayerText).join(' + ');
    case 'cubicBezier':
      return Array.isArray(value) ? value.join(', ') : '';
    case 'gradient':
      return layersOf(value).map((stop) => (isJsonObject(stop) ? colorText(stop.color ?? null) : '')).join(' → ');
    default:
      return isJsonObject(value) ? compositeText(value) : text(value as JsonValue);
  }
}

function shadowLayerText(layer: JsonValue): string {
  if (!isJsonObject(layer)) return '';
  const lengths = [layer.offsetX, layer.offsetY, layer.blur, layer.spread].map((part) => lengthText(part ?? 0)).join(' ');
  return `${layer.inset === true ? 'inset ' : ''}${lengths} ${colorText(layer.color ?? null)}`;
}

const partTypes: Readonly<Record<string, string>> = { color: 'color', width: 'dimension', duration: 'duration', delay: 'duration', timingFunction: 'cubicBezier', fontFamily: 'fontFamily', fontSize: 'dimension', letterSpacing: 'dimension', lineHeight: 'dimension' };

function compositeText(value: Record<string, JsonValue>): string {
  return Object.entries(value)
    .map(([name, part]) => valueText(partTypes[name] ?? '', part))
    .filter((part) => part !== '')
    .join(' · ');
}

import { describe, expect, it } from 'vitest';
import { toSrgb } from './color-spaces.ts';
import { colorText, colorValue, parseHex, rgbaOf, toHex, toHexWithAlpha, withAlpha } from './color.ts';

describe('hexadecimal colours', () => {
  it.each([
    ['#abc', '#aabbcc'],
    ['ABCDEF', '#abcdef'],
    [' #0b5fff80 ', '#0b5fff80'],
    ['#f008', '#ff000088'],
  ])('reads %s', (typed, read) => {
    expect(toHexWithAlpha(parseHex(typed)!)).toBe(read);
  });
  it.each(['', '#12', '#12345', 'red', '#gggggg'])('refuses “%s”', (typed) => expect(parseHex(typed)).toBeNull());
});

describe('the spaces of the format', () => {
  // Values of css-color-4's tests: all of them are CSS's green, #008000.
  it.each<[string, [number, number, number]]>([
    ['srgb', [0, 0.50196, 0]],
    ['srgb-linear', [0, 0.21586, 0]],
    ['hsl', [120, 100, 25.1]],
    ['hwb', [120, 0, 49.8]],
    ['lab', [46.2775, -47.5521, 48.5837]],
    ['lch', [46.2775, 67.9842, 134.3912]],
    ['oklab', [0.51975, -0.1403, 0.10768]],
    ['oklch', [0.51975, 0.17686, 142.495]],
    ['display-p3', [0.21604, 0.49418, 0.13151]],
    ['a98-rgb', [0.281363, 0.498012, 0.116746]],
    ['prophoto-rgb', [0.230479, 0.395789, 0.129968]],
    ['rec2020', [0.235202, 0.431704, 0.085432]],
    ['xyz-d65', [0.07719, 0.15438, 0.02573]],
    ['xyz-d50', [0.08314, 0.154751, 0.020927]],
  ])('%s', (space, parts) => {
    const [red, green, blue] = toSrgb(space, parts) ?? [9, 9, 9];
    expect(red).toBeCloseTo(0, 2);
    expect(green).toBeCloseTo(0.50196, 2);
    expect(blue).toBeCloseTo(0, 2);
  });
  it('keeps to what sRGB can show, and takes “none” for 0', () => {
    expect(toHex(rgbaOf({ colorSpace: 'display-p3', components: [1, 0, 0] })!)).toBe('#ff0000');
    expect(toHex(rgbaOf({ colorSpace: 'hsl', components: ['none', 100, 50] })!)).toBe('#ff0000');
    expect(rgbaOf({ colorSpace: 'cmyk', components: [0, 0, 0] })).toBeNull();
  });
});

describe('a changed colour', () => {
  const red = { red: 1, green: 0, blue: 0, alpha: 1 };
  it('is written as it was: text as text, else as the format has it', () => {
    expect(colorValue(red, '#00ff00')).toBe('#ff0000');
    expect(colorValue({ ...red, alpha: 0.5 }, '#00ff00')).toBe('#ff000080');
    expect(colorValue({ red: 20 / 255, green: 107 / 255, blue: 90 / 255, alpha: 0.08 }, {})).toEqual({
      colorSpace: 'srgb',
      components: [0.0784, 0.4196, 0.3529],
      alpha: 0.08,
      hex: '#146b5a',
    });
  });
  it('keeps its space where only the alpha changes', () => {
    const wide = { colorSpace: 'oklch', components: [0.7, 0.15, 30] };
    expect(withAlpha(wide, 0.4)).toEqual({ ...wide, alpha: 0.4 });
    expect(withAlpha({ ...wide, alpha: 0.4 }, 1)).toEqual(wide);
    expect(withAlpha('#ff0000', 0.5)).toBe('#ff000080');
  });
  it('is told in words', () => {
    expect(colorText({ colorSpace: 'srgb', components: [1, 0, 0], alpha: 0.08 })).toBe('#ff0000 at 8 %');
    expect(colorText({ colorSpace: 'oklch', components: [0.7, 0.15, 30] })).toBe('oklch 0.7 0.15 30');
    expect(colorText('16px')).toBe('');
  });
});

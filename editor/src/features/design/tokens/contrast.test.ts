import { expect, it } from 'vitest';
import harbour from '../../../../../library/themes/harbour.json';
import pagewright from '../../../../../library/themes/pagewright.json';
import type { JsonObject } from '../../../engine/json.ts';
import { parseHex } from '../../../tokens/color.ts';
import { viewOf } from '../design-view.ts';
import { contrastPairs, contrastRatio, ratioText } from './contrast.ts';
import { setValue } from './edit-tokens.ts';
import { listTokens } from '../../../tokens/token-tree.ts';

const ratio = (front: string, ground: string) => contrastRatio(parseHex(front)!, parseHex(ground)!);

it('measures as WCAG says', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(ratio('#ffffff', '#ffffff')).toBe(1);
  expect(ratio('#767676', '#ffffff')).toBeGreaterThan(4.5);
  expect(ratio('#777777', '#ffffff')).toBeLessThan(4.5);
});

it('sees what shines through', () => {
  expect(ratio('#00000080', '#ffffff')).toBeCloseTo(ratio('#7f7f7f', '#ffffff'), 1);
  expect(contrastRatio(parseHex('#ffffff')!, parseHex('#00000000')!, parseHex('#000000')!)).toBeCloseTo(21, 5);
});

it('never rounds up to what would be enough', () => {
  expect(ratioText(4.4999)).toBe('4.49 : 1');
});

it('knows the pairs that the library draws, and text on anything that has one', () => {
  const pairs = contrastPairs(['color.text', 'color.background', 'brand.on-teal', 'brand.teal', 'brand.teal-hover', 'chart.1']);
  expect(pairs).toEqual([
    { front: 'color.text', ground: 'color.background', least: 4.5 },
    { front: 'brand.on-teal', ground: 'brand.teal', least: 4.5 },
    { front: 'brand.on-teal', ground: 'brand.teal-hover', least: 4.5 },
    { front: 'chart.1', ground: 'color.background', least: 3 },
  ]);
});

it('finds nothing wrong with the themes that come with the program', () => {
  expect(viewOf(pagewright).contrast).toEqual([]);
  expect(viewOf(harbour).contrast).toEqual([]);
});

it('finds what becomes too faint, in each theme', () => {
  const document: JsonObject = pagewright;
  const token = listTokens(document).find(({ path }) => path === 'color.on-primary')!;
  expect(viewOf(setValue(document, token, null, '#2a8672')).contrast.map(({ front, ground, theme }) => [front, ground, theme])).toEqual([
    ['color.on-primary', 'color.primary', null],
    ['color.on-primary', 'color.primary-hover', null],
  ]);
  expect(viewOf(setValue(document, token, 'dark', '{color.white}')).contrast.map(({ theme, least }) => [theme, least])).toEqual([
    ['dark', 4.5],
    ['dark', 4.5],
  ]);
});

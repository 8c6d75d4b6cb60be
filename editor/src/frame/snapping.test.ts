import { describe, expect, it } from 'vitest';

import { snapped, stepFrom, type Scale, type Step } from './snapping.ts';

const token = (label: string, px: number): Step => ({ value: `{${label}}`, label, css: `${String(px)}px`, px });
const spaces: Scale = { tokens: [token('space.2', 8), token('space.4', 16), token('space.8', 50)], grid: { unit: 'px', size: 8 } };
const widths: Scale = { tokens: [token('width.narrow', 704)], grid: { unit: '%', of: 1000 } };

describe('a dragged size', () => {
  it.each([
    [46, '{space.8}'], // the token wins over 48px, which is nearer
    [41, '40px'],
    [17, '{space.4}'],
    [-20, '0px'],
  ])('falls into a token that is near, else into steps: %s is %s', (px, value) => {
    expect(snapped(px, spaces, 6, false).value).toBe(value);
  });

  it.each([
    [699, '{width.narrow}'],
    [740, '75%'],
    [335, '33.33%'],
    [3000, '100%'],
    [1, '5%'],
  ])('of widths is a share of the room: %s is %s', (px, value) => {
    expect(snapped(px, widths, 6, false).value).toBe(value);
  });

  it('is to the pixel where it is free', () => {
    expect(snapped(46.4, spaces, 6, true)).toEqual({ value: '46px', label: '46px', css: '46px', px: 46 });
    expect(snapped(-3, spaces, 6, true).value).toBe('0px');
  });

  it('goes on by one step of either kind', () => {
    expect(stepFrom(48, spaces, 1)?.value).toBe('{space.8}');
    expect(stepFrom(50, spaces, 1)?.value).toBe('56px');
    expect(stepFrom(50, spaces, -1)?.value).toBe('48px');
    expect(stepFrom(0, spaces, -1)).toBeNull();
    expect(stepFrom(700, widths, 1)?.value).toBe('{width.narrow}');
    expect(stepFrom(1000, widths, 1)).toBeNull();
  });
});

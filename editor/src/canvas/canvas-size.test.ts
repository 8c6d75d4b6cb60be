import { describe, expect, it } from 'vitest';

import { canvasSize, nextZoom } from './canvas-size.ts';

describe('canvasSize', () => {
  it('gives the desktop all the room there is', () => {
    expect(canvasSize({ width: 1600, height: 900 }, 'base', 'fit')).toEqual({ width: 1600, height: 900, scale: 1 });
  });
  it('shrinks a desktop that does not fit, and keeps it a desktop', () => {
    expect(canvasSize({ width: 600, height: 500 }, 'base', 'fit')).toEqual({ width: 1200, height: 1000, scale: 0.5 });
  });
  it('shows a phone at its own size', () => {
    expect(canvasSize({ width: 900, height: 800 }, 'mobile', 'fit')).toEqual({ width: 390, height: 800, scale: 1 });
  });
  it('obeys a chosen zoom', () => {
    expect(canvasSize({ width: 900, height: 800 }, 'mobile', 2)).toEqual({ width: 390, height: 400, scale: 2 });
  });
});

describe('nextZoom', () => {
  it('goes to the neighbouring step', () => {
    expect(nextZoom(0.69, 1)).toBe(0.75);
    expect(nextZoom(0.75, -1)).toBe(0.5);
    expect(nextZoom(2, 1)).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';

import { frameBands, gapBands } from './spacing-bands.ts';

const rect = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('bands', () => {
  it('lie along the four sides, and nowhere over one another', () => {
    const bands = frameBands('padding', rect(0, 0, 100, 60), { top: 10, right: 5, bottom: 20, left: 8 });
    expect(bands.map((band) => [band.side, band.px, band.rect])).toEqual([
      ['top', 10, rect(0, 0, 100, 10)],
      ['right', 5, rect(95, 10, 100, 40)],
      ['bottom', 20, rect(0, 40, 100, 60)],
      ['left', 8, rect(0, 10, 8, 40)],
    ]);
  });

  it('between children are beside them in a row, and one a line below', () => {
    const children = [rect(0, 0, 40, 30), rect(60, 0, 100, 20), rect(0, 42, 40, 60)];
    expect(gapBands(children, rect(0, 0, 100, 60))).toEqual([
      { part: 'gap', side: 'row', rect: rect(40, 0, 60, 30), px: 20 },
      { part: 'gap', side: 'column', rect: rect(0, 30, 100, 42), px: 12 },
    ]);
    expect(gapBands([rect(0, 0, 40, 30)], rect(0, 0, 100, 60))).toEqual([]);
  });
});

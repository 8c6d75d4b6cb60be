import { describe, expect, it } from 'vitest';

import { BoxesInRect, type Box } from './boxes-in-rect.ts';

const box = (id: string, left: number, top: number, right: number, bottom: number): Box => ({ id, rect: { left, top, right, bottom } });

describe('BoxesInRect', () => {
  const boxes = [box('tall', 0, 0, 40, 300), box('first', 50, 0, 100, 90), box('third', 50, 200, 100, 300), box('second', 50, 100, 100, 190)];
  const touched = (left: number, top: number, right: number, bottom: number) =>
    new BoxesInRect(boxes).touchedBy({ left, top, right, bottom }).map(({ id }) => id);

  it('finds those that a rectangle touches, from top to bottom', () => {
    expect(touched(60, 50, 70, 150)).toEqual(['first', 'second']);
    expect(touched(0, 0, 100, 300)).toEqual(['tall', 'first', 'second', 'third']);
  });

  it('finds one that begins far above', () => {
    expect(touched(10, 250, 20, 260)).toEqual(['tall']);
  });

  it('finds none beside, between or below them', () => {
    expect(touched(42, 0, 48, 300)).toEqual([]);
    expect(touched(60, 91, 70, 99)).toEqual([]);
    expect(touched(0, 301, 100, 400)).toEqual([]);
  });

  it('agrees with looking at each, on ten thousand', () => {
    let seed = 7;
    const random = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit;
    const many = Array.from({ length: 10_000 }, (_, index) => {
      const [left, top] = [random(1000), random(100_000)];
      return box(String(index), left, top, left + 10 + random(300), top + 10 + random(500));
    });
    const area = { left: 200, top: 40_000, right: 500, bottom: 40_700 };
    const each = many.filter(({ rect }) => rect.top < area.bottom && rect.bottom > area.top && rect.left < area.right && rect.right > area.left);
    expect(each.length).toBeGreaterThan(10);
    expect(new BoxesInRect(many).touchedBy(area).map(({ id }) => id).sort()).toEqual(each.map(({ id }) => id).sort());
  });
});

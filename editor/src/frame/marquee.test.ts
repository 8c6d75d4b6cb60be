import { beforeEach, describe, expect, it } from 'vitest';

import { Marquee } from './marquee.ts';
import { NodeIndex } from './node-index.ts';

// A row of 100 pixels for each node of the page itself; the last holds two halves.
const rects: Record<string, [number, number, number, number]> = {
  a: [0, 0, 400, 100],
  b: [0, 100, 400, 100],
  c: [0, 200, 400, 100],
  left: [0, 200, 200, 100],
  right: [200, 200, 200, 100],
};

describe('Marquee', () => {
  let index: NodeIndex;

  beforeEach(() => {
    document.body.innerHTML = `<main><!--slot components--><p data-node="a"></p><p data-node="b"></p><div data-node="c"><!--slot content--><p data-node="left"></p><p data-node="right"></p><!--/slot content--></div><!--/slot components--></main>`;
    for (const element of document.querySelectorAll<HTMLElement>('[data-node]')) {
      element.getBoundingClientRect = () => new DOMRect(...(rects[element.dataset.node ?? ''] ?? [0, 0, 0, 0]));
    }
    index = new NodeIndex();
    index.open(document.querySelector('main') as HTMLElement, {});
  });

  const drawn = (from: [number, number], to: [number, number], kept: readonly string[] = []) => {
    const marquee = new Marquee({ x: from[0], y: from[1] }, index, kept, () => undefined);
    marquee.move(...to);
    return marquee.end();
  };

  it('selects what it touches, on the level on which it lies', () => {
    expect(drawn([300, 50], [310, 150])).toEqual(['a', 'b']);
    expect(drawn([150, 210], [250, 290])).toEqual(['left', 'right']);
  });

  it('keeps the earlier selection beside it', () => {
    expect(drawn([150, 210], [250, 290], ['a'])).toEqual(['a', 'left', 'right']);
    expect(drawn([300, 50], [310, 150], ['b', 'left'])).toEqual(['b', 'left', 'a']);
    expect(drawn([500, 50], [510, 60], ['a'])).toEqual(['a']);
  });

  it('lets what is touched take the place of what it holds, and of what holds it', () => {
    expect(drawn([300, 150], [310, 250], ['left'])).toEqual(['b', 'c']);
    expect(drawn([150, 210], [180, 290], ['c'])).toEqual(['left']);
  });
});

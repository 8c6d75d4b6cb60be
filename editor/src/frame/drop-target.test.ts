import { describe, expect, it } from 'vitest';

import { findDropTarget, type NodeBox, type Rect, type SlotBox } from './drop-target.ts';

const rect = (left: number, top: number, width: number, height: number): Rect => ({ left, top, right: left + width, bottom: top + height });

function slot(parent: string | null, area: Rect, children: [string, Rect][], more: Partial<SlotBox> = {}): SlotBox {
  return {
    parent,
    slot: 'content',
    refusal: null,
    rect: area,
    direction: 'column',
    children: children.map(([id, box]) => ({ id, rect: box })),
    ...more,
  };
}

const page = rect(0, 0, 1000, 1000);
const root = (children: [string, Rect][], more: Partial<SlotBox> = {}): NodeBox => ({
  id: null,
  rect: page,
  slots: [slot(null, page, children, more)],
});

describe('findDropTarget', () => {
  const two: [string, Rect][] = [
    ['a', rect(0, 0, 1000, 100)],
    ['b', rect(0, 120, 1000, 100)],
  ];

  it('goes before, between and after the children of a column', () => {
    const at = (y: number) => findDropTarget({ x: 500, y }, [root(two)]);
    expect(at(20)).toMatchObject({ before: 'a', line: { top: 0, bottom: 0, left: 0, right: 1000 } });
    expect(at(90)).toMatchObject({ before: 'b', line: { top: 110 } });
    expect(at(900)).toMatchObject({ before: null, line: { top: 220 } });
  });

  it('finds its place among many children without looking at each', () => {
    let looks = 0;
    const children = Array.from({ length: 1000 }, (_, index) => ({
      id: `n${String(index)}`,
      get rect() {
        looks++;
        return rect(0, index * 10, 100, 10);
      },
    }));
    expect(findDropTarget({ x: 5, y: 5002 }, [root([], { children })])).toMatchObject({ before: 'n500' });
    expect(looks).toBeLessThan(20);
  });

  it('draws upright lines in rows, also in those of a wrapping grid', () => {
    const cells: [string, Rect][] = [
      ['a', rect(0, 0, 100, 100)],
      ['b', rect(120, 0, 100, 100)],
      ['c', rect(0, 120, 100, 100)],
      ['d', rect(120, 120, 100, 100)],
    ];
    const at = (x: number, y: number) => findDropTarget({ x, y }, [root(cells, { direction: 'row' })]);
    expect(at(20, 50)).toMatchObject({ before: 'a', line: { left: 0, top: 0, bottom: 100 } });
    expect(at(90, 50)).toMatchObject({ before: 'b', line: { left: 110 } });
    expect(at(210, 50)).toMatchObject({ before: 'c', line: { left: 220, top: 0 } });
    expect(at(90, 160)).toMatchObject({ before: 'd', line: { left: 110, top: 120 } });
    expect(at(210, 160)).toMatchObject({ before: null, line: { left: 220, top: 120 } });
  });

  it('looks at nothing above the slot that it finds', () => {
    const unread = {
      id: null,
      rect: page,
      get slots(): SlotBox[] {
        throw new Error('The page itself was measured.');
      },
    };
    const box = rect(100, 100, 400, 200);
    expect(findDropTarget({ x: 300, y: 200 }, [{ id: 'box', rect: box, slots: [slot('box', box, [])] }, unread])).toMatchObject({ parent: 'box' });
  });

  it('highlights an empty slot instead of drawing a line', () => {
    const area = rect(0, 0, 300, 60);
    expect(findDropTarget({ x: 100, y: 30 }, [root([], { rect: area })])).toMatchObject({ before: null, line: null, area });
  });

  const box = rect(100, 100, 400, 400);
  const inner: NodeBox = { id: 'box', rect: box, slots: [slot('box', box, [])] };
  const around = root([['box', box]]);

  it('prefers the deepest slot', () => {
    expect(findDropTarget({ x: 300, y: 300 }, [inner, around])).toMatchObject({ parent: 'box' });
  });

  it('reaches the parent at the edges', () => {
    expect(findDropTarget({ x: 300, y: 104 }, [inner, around])).toMatchObject({ parent: null, before: 'box' });
    expect(findDropTarget({ x: 300, y: 496 }, [inner, around])).toMatchObject({ parent: null, before: null });
  });

  it('goes on to the parent where the deepest slot refuses, and remembers why', () => {
    const refusing: NodeBox = { ...inner, slots: [slot('box', box, [], { refusal: 'Box is full.' })] };
    expect(findDropTarget({ x: 300, y: 200 }, [refusing, around])).toMatchObject({
      parent: null,
      before: 'box',
      passed: { refusal: 'Box is full.', area: box },
    });
  });

  it('says why where nothing accepts', () => {
    const refusing: NodeBox = { ...inner, slots: [slot('box', box, [], { refusal: 'Box is full.' })] };
    expect(findDropTarget({ x: 300, y: 300 }, [refusing])).toEqual({ refusal: 'Box is full.', area: box });
    expect(findDropTarget({ x: 300, y: 300 }, [])).toBeNull();
  });

  it('drops beside a card whose picture is under the pointer, and into it over its content', () => {
    const card = rect(100, 100, 300, 500);
    const withContent: NodeBox = { id: 'card', rect: card, slots: [slot('card', rect(120, 500, 260, 60), [])] };
    const grid = root([['card', card]], { direction: 'row' });
    expect(findDropTarget({ x: 150, y: 200 }, [withContent, grid])).toMatchObject({ parent: null, before: 'card' });
    expect(findDropTarget({ x: 150, y: 480 }, [withContent, grid])).toMatchObject({ parent: 'card' });
  });

  it('reaches a far slot where nothing else accepts', () => {
    const far: NodeBox = { id: 'far', rect: box, slots: [slot('far', rect(100, 400, 400, 60), [])] };
    const closed = root([], { refusal: 'The page is full.' });
    expect(findDropTarget({ x: 300, y: 200 }, [far, closed])).toMatchObject({ parent: 'far' });
  });

  it('passes over components without slots', () => {
    const text: NodeBox = { id: 'text', rect: box, slots: [] };
    expect(findDropTarget({ x: 300, y: 450 }, [text, around])).toMatchObject({ parent: null, before: null });
  });

  it('chooses the nearer of two slots', () => {
    const node: NodeBox = {
      id: 'two',
      rect: page,
      slots: [slot('two', rect(0, 0, 400, 400), [], { slot: 'left' }), slot('two', rect(500, 0, 400, 400), [], { slot: 'right' })],
    };
    expect(findDropTarget({ x: 600, y: 200 }, [node])).toMatchObject({ slot: 'right' });
    expect(findDropTarget({ x: 430, y: 200 }, [node])).toMatchObject({ slot: 'left' });
  });
});

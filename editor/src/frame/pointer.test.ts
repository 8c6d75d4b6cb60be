import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { listenToPointer, type PointerEvents } from './pointer.ts';

describe('the pointer on the page', () => {
  const events = {
    isEditing: () => true,
    isInText: () => false,
    canDrag: () => true,
    isSelected: () => false,
    onHover: vi.fn(),
    onSelect: vi.fn(),
    onToggle: vi.fn(),
    onText: vi.fn(),
    onFinishText: vi.fn(),
    onDragStart: vi.fn(),
    onDragMove: vi.fn(),
    onDragEnd: vi.fn(),
    onDragCancel: vi.fn(),
    onMarqueeStart: vi.fn(),
    onMarqueeMove: vi.fn(),
    onMarqueeEnd: vi.fn(),
    onMenu: vi.fn(),
    onZoom: vi.fn(),
  } satisfies PointerEvents;

  beforeAll(() => {
    document.documentElement.setPointerCapture = () => undefined;
    document.body.innerHTML = '<main><p data-node="one">Text</p></main>';
    listenToPointer(events);
  });
  beforeEach(() => {
    for (const event of Object.values(events)) if (vi.isMockFunction(event)) event.mockClear();
  });

  const point = (type: string, x: number, buttons: number) =>
    document.querySelector('p')?.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: 10, button: 0, buttons, bubbles: true, cancelable: true }));

  it('drags what was pressed once it moves, and lets go of it', () => {
    point('pointerdown', 10, 1);
    point('pointermove', 30, 1);
    expect(events.onDragStart).toHaveBeenCalledExactlyOnceWith('one', 30, 10);
    point('pointermove', 40, 1);
    point('pointerup', 40, 0);
    expect(events.onDragMove).toHaveBeenCalledExactlyOnceWith(40, 10);
    expect(events.onDragEnd).toHaveBeenCalledOnce();
    expect(events.onDragCancel).not.toHaveBeenCalled();
  });

  it('draws a rectangle beside what is selected, with Shift or Ctrl', () => {
    document.body.dispatchEvent(new PointerEvent('pointerdown', { clientX: 300, clientY: 10, button: 0, buttons: 1, ctrlKey: true, bubbles: true }));
    point('pointermove', 330, 1);
    point('pointerup', 330, 0);
    expect(events.onMarqueeStart).toHaveBeenCalledExactlyOnceWith(300, 10, true);
    expect(events.onMarqueeEnd).toHaveBeenCalledExactlyOnceWith(false);
    expect(events.onSelect).not.toHaveBeenCalled();
  });

  it('ends a drag that was let go where nobody heard of it', () => {
    point('pointerdown', 10, 1);
    point('pointermove', 30, 1);
    point('pointermove', 50, 0);
    expect(events.onDragCancel).toHaveBeenCalledOnce();
    expect(events.onDragMove).not.toHaveBeenCalled();
    point('pointermove', 70, 0);
    expect(events.onDragStart).toHaveBeenCalledOnce();
  });

  it('begins none after a press whose release was lost', () => {
    point('pointerdown', 10, 1);
    point('pointermove', 50, 0);
    expect(events.onDragStart).not.toHaveBeenCalled();
  });
});

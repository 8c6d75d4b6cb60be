import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { holdMilliseconds } from '../session/press.ts';

import { listenToPointer, type PointerEvents } from './pointer.ts';

describe('the pointer on the page', () => {
  let selectsSeveral = false;
  const events = {
    isEditing: () => true,
    isInText: () => false,
    canDrag: () => true,
    selectsSeveral: () => selectsSeveral,
    isSelected: () => false,
    onHover: vi.fn(),
    onSelect: vi.fn(),
    onToggle: vi.fn(),
    onTap: vi.fn(),
    onHold: vi.fn(),
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

  const event = (type: string, x: number, buttons: number, more: PointerEventInit = {}) =>
    new PointerEvent(type, { clientX: x, clientY: 10, screenX: x, screenY: 10, button: 0, buttons, pointerId: 1, bubbles: true, cancelable: true, ...more });
  const point = (type: string, x: number, buttons: number, more: PointerEventInit = {}) => document.querySelector('p')?.dispatchEvent(event(type, x, buttons, more));

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
    document.body.dispatchEvent(event('pointerdown', 300, 1, { ctrlKey: true }));
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

  describe('of a finger', () => {
    const finger = (type: string, x: number, pointerId = 1) => point(type, x, type === 'pointerup' ? 0 : 1, { pointerType: 'touch', pointerId });
    const isKept = () => {
      const move = new Event('touchmove', { cancelable: true });
      dispatchEvent(move);
      return move.defaultPrevented;
    };
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => {
      for (const pointerId of [1, 2]) finger('pointerup', 0, pointerId);
      vi.runAllTimers();
      vi.useRealTimers();
    });

    it('taps once it is lifted, and scrolls where it moves', () => {
      finger('pointerdown', 10);
      expect(events.onSelect).not.toHaveBeenCalled();
      finger('pointerup', 12);
      expect(events.onTap).toHaveBeenCalledExactlyOnceWith('one', document.querySelector('p'));
      finger('pointerdown', 10);
      finger('pointermove', 60);
      expect(isKept()).toBe(false);
      finger('pointercancel', 60);
      expect(events.onTap).toHaveBeenCalledOnce();
      expect(events.onDragStart).not.toHaveBeenCalled();
      expect(events.onMarqueeStart).not.toHaveBeenCalled();
    });

    it('takes what it taps into the selection, or out of it, where several are selected; what it holds it drags', () => {
      selectsSeveral = true;
      finger('pointerdown', 10);
      finger('pointerup', 10);
      expect(events.onToggle).toHaveBeenCalledExactlyOnceWith('one');
      expect(events.onTap).not.toHaveBeenCalled();
      document.body.dispatchEvent(event('pointerdown', 300, 1, { pointerType: 'touch' }));
      document.body.dispatchEvent(event('pointerup', 300, 0, { pointerType: 'touch' }));
      finger('pointerdown', 10);
      vi.advanceTimersByTime(holdMilliseconds);
      finger('pointermove', 40);
      finger('pointerup', 40);
      selectsSeveral = false;
      expect(events.onDragStart).toHaveBeenCalledExactlyOnceWith('one', 40, 10);
      expect(events.onToggle).toHaveBeenCalledOnce();
      expect(events.onSelect).not.toHaveBeenCalled();
      expect(events.onTap).not.toHaveBeenCalled();
    });

    it('drags what it has held', () => {
      finger('pointerdown', 10);
      vi.advanceTimersByTime(holdMilliseconds);
      expect(events.onHold).toHaveBeenCalledExactlyOnceWith('one', { x: 10, y: 10 });
      expect(isKept()).toBe(true);
      finger('pointermove', 40);
      finger('pointermove', 60);
      expect(events.onDragStart).toHaveBeenCalledExactlyOnceWith('one', 40, 10);
      expect(events.onDragMove).toHaveBeenCalledExactlyOnceWith(60, 10);
      expect(isKept()).toBe(true);
      finger('pointerup', 60);
      expect(events.onDragEnd).toHaveBeenCalledOnce();
      vi.runAllTimers();
      expect(isKept()).toBe(false);
    });

    it('asks for the menu of what it holds and lets go', () => {
      finger('pointerdown', 10);
      vi.advanceTimersByTime(holdMilliseconds);
      finger('pointermove', 14);
      finger('pointerup', 14);
      expect(events.onMenu).toHaveBeenCalledExactlyOnceWith('one', 10, 10);
      expect(events.onHold).toHaveBeenLastCalledWith('one', null);
      expect(events.onTap).not.toHaveBeenCalled();
    });

    it('asks for the menu of the page at once, which can’t be dragged', () => {
      document.body.dispatchEvent(event('pointerdown', 300, 1, { pointerType: 'touch' }));
      vi.advanceTimersByTime(holdMilliseconds);
      expect(events.onMenu).toHaveBeenCalledExactlyOnceWith(null, 300, 10);
    });

    it('leaves nothing half done where the browser takes it away', () => {
      finger('pointerdown', 10);
      vi.advanceTimersByTime(holdMilliseconds);
      finger('pointercancel', 10);
      expect(events.onHold).toHaveBeenLastCalledWith('one', null);
      finger('pointerdown', 10);
      vi.advanceTimersByTime(holdMilliseconds);
      finger('pointermove', 40);
      finger('pointercancel', 40);
      expect(events.onDragCancel).toHaveBeenCalledOnce();
      expect(events.onMenu).not.toHaveBeenCalled();
    });

    it('zooms together with another, a step at a time, and selects nothing', () => {
      finger('pointerdown', 100);
      finger('pointerdown', 200, 2);
      expect(isKept()).toBe(true);
      for (const x of [210, 230, 250, 300]) finger('pointermove', x, 2);
      expect(events.onZoom.mock.calls).toEqual([[1], [1]]);
      finger('pointermove', 200, 2);
      expect(events.onZoom).toHaveBeenLastCalledWith(-1);
      vi.advanceTimersByTime(holdMilliseconds);
      finger('pointerup', 200, 2);
      finger('pointerup', 100);
      for (const nothing of [events.onTap, events.onHold, events.onDragStart]) expect(nothing).not.toHaveBeenCalled();
    });

    it('does not disturb the drag of another', () => {
      finger('pointerdown', 10);
      vi.advanceTimersByTime(holdMilliseconds);
      finger('pointermove', 40);
      finger('pointerdown', 90, 2);
      finger('pointermove', 300, 2);
      finger('pointerup', 300, 2);
      expect(events.onDragMove).not.toHaveBeenCalled();
      expect(events.onDragEnd).not.toHaveBeenCalled();
      expect(events.onZoom).not.toHaveBeenCalled();
      finger('pointerup', 40);
      expect(events.onDragEnd).toHaveBeenCalledOnce();
    });
  });
});

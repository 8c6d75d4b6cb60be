import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { holdMilliseconds, keepTouches, watchPress } from './press.ts';

type Kind = 'mouse' | 'pen' | 'touch';
const pointer = (type: string, x: number, buttons: number, more: PointerEventInit = {}) =>
  new PointerEvent(type, { clientX: x, clientY: 0, screenX: x, screenY: 0, buttons, button: 0, pointerId: 1, ...more });

describe('a press', () => {
  const outcome = { onDrag: vi.fn(), onTap: vi.fn(), onHold: vi.fn(), onMenu: vi.fn() };
  const { onDrag, onTap, onHold, onMenu } = outcome;
  const press = (pointerType: Kind, isGrip = false) => watchPress(pointer('pointerdown', 0, 1, { pointerType }), outcome, isGrip);
  const move = (x: number, buttons = 1, pointerId = 1) => dispatchEvent(pointer('pointermove', x, buttons, { pointerId }));
  const lift = () => dispatchEvent(pointer('pointerup', 0, 0));
  const hold = () => vi.advanceTimersByTime(holdMilliseconds);

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    lift();
    vi.runAllTimers();
    vi.useRealTimers();
    vi.clearAllMocks();
  });

  it.each(['mouse', 'pen'] as const)('with the %s drags once it has moved far enough', (kind) => {
    press(kind);
    move(4);
    hold();
    expect(onDrag).not.toHaveBeenCalled();
    move(10);
    move(20);
    expect(onDrag).toHaveBeenCalledExactlyOnceWith(10, 0);
    lift();
    expect(onTap).not.toHaveBeenCalled();
    expect(onHold).not.toHaveBeenCalled();
  });

  it('becomes nothing with a pointer that is not pressed any more', () => {
    press('mouse');
    move(10, 0);
    move(20);
    expect(onDrag).not.toHaveBeenCalled();
  });

  it('of a finger drags what it has held, trembling or not', () => {
    press('touch');
    move(8);
    hold();
    expect(onHold).toHaveBeenLastCalledWith(true);
    expect(onDrag).not.toHaveBeenCalled();
    move(20);
    expect(onDrag).toHaveBeenCalledExactlyOnceWith(20, 0);
    expect(onHold).toHaveBeenLastCalledWith(false);
    lift();
    expect(onMenu).not.toHaveBeenCalled();
  });

  it('of a finger that lets go of what it held asks for a menu, and is no tap', () => {
    press('touch');
    hold();
    lift();
    expect(onMenu).toHaveBeenCalledExactlyOnceWith(0, 0);
    expect(onTap).not.toHaveBeenCalled();
  });

  it('of a finger that moves before is a scroll, and no tap either', () => {
    press('touch');
    move(14);
    hold();
    lift();
    for (const nothing of [onDrag, onTap, onHold, onMenu]) expect(nothing).not.toHaveBeenCalled();
  });

  it('of a finger on a handle drags without being held', () => {
    press('touch', true);
    move(14);
    expect(onDrag).toHaveBeenCalledExactlyOnceWith(14, 0);
  });

  it('let go before is a tap, whatever other fingers do', () => {
    press('touch');
    move(90, 1, 2);
    dispatchEvent(pointer('pointerup', 90, 0, { pointerId: 2 }));
    expect(onTap).not.toHaveBeenCalled();
    lift();
    expect(onTap).toHaveBeenCalledOnce();
    hold();
    expect(onHold).not.toHaveBeenCalled();
  });

  it.each(['pointercancel', 'blur'])('becomes nothing after %s', (end) => {
    press('touch');
    dispatchEvent(pointer(end, 0, 0));
    hold();
    lift();
    for (const nothing of [onDrag, onTap, onHold, onMenu]) expect(nothing).not.toHaveBeenCalled();
  });

  it('becomes nothing once nobody watches it', () => {
    press('touch')();
    hold();
    lift();
    for (const nothing of [onDrag, onTap, onHold, onMenu]) expect(nothing).not.toHaveBeenCalled();
  });
});

describe('kept touches', () => {
  const isPrevented = (type: string) => {
    const event = new Event(type, { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  const watching = new AbortController();
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    watching.abort();
  });

  it('neither scroll nor click nor ask for the browser’s menu, as long as they are kept or hold something', () => {
    let areKept = true;
    keepTouches(() => areKept, watching.signal);
    expect(isPrevented('touchmove')).toBe(true);
    areKept = false;
    expect(isPrevented('touchmove')).toBe(false);
    watchPress(pointer('pointerdown', 0, 1, { pointerType: 'touch' }), {});
    expect(isPrevented('touchmove')).toBe(false);
    vi.advanceTimersByTime(holdMilliseconds);
    expect(isPrevented('contextmenu')).toBe(true);
    dispatchEvent(pointer('pointerup', 0, 0));
    expect(isPrevented('touchend')).toBe(true);
    vi.runAllTimers();
    expect(isPrevented('touchend')).toBe(false);
  });

  it('are kept where what is held has left the page', () => {
    const row = document.createElement('div');
    document.body.append(row);
    row.addEventListener('pointerdown', (press) => watchPress(press, {}), { once: true });
    row.dispatchEvent(pointer('pointerdown', 0, 1, { pointerType: 'touch' }));
    vi.advanceTimersByTime(holdMilliseconds);
    row.remove();
    const move = new Event('touchmove', { cancelable: true });
    row.dispatchEvent(move);
    expect(move.defaultPrevented).toBe(true);
    dispatchEvent(pointer('pointerup', 0, 0));
    const later = new Event('touchmove', { cancelable: true });
    row.dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
    vi.runAllTimers();
  });
});

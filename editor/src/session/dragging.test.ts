import { afterEach, describe, expect, it, vi } from 'vitest';

import { watchForDrag } from './dragging.ts';

const move = (x: number, buttons: number) => dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: 0, buttons }));

describe('watchForDrag', () => {
  const begin = vi.fn();
  afterEach(() => {
    dispatchEvent(new PointerEvent('pointerup'));
    begin.mockClear();
  });

  it('begins once the pressed pointer has moved far enough', () => {
    watchForDrag({ clientX: 0, clientY: 0, button: 0 }, begin);
    move(4, 1);
    expect(begin).not.toHaveBeenCalled();
    move(10, 1);
    move(20, 1);
    expect(begin).toHaveBeenCalledExactlyOnceWith(10, 0);
  });

  it('begins nothing with a pointer that is not pressed any more', () => {
    watchForDrag({ clientX: 0, clientY: 0, button: 0 }, begin);
    move(10, 0);
    move(20, 1);
    expect(begin).not.toHaveBeenCalled();
  });
});

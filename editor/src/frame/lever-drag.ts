// One drag of a handle, from the press to where it is let go.
import type { Lever } from './levers.ts';
import { snapped, type Step } from './snapping.ts';

const snapDistance = 6; // pixels of the screen

export interface LeverDragEvents {
  onMove: (step: Step, x: number, y: number) => void;
  // Null: cancelled, or let go where it began.
  onEnd: (step: Step | null) => void;
}

// `unit` is a pixel of the screen in the frame's own.
export function dragLever(handle: HTMLElement, press: PointerEvent, lever: Lever, unit: number, events: LeverDragEvents): void {
  const drag = new AbortController();
  const { signal } = drag;
  const isRow = handle.dataset.axis === 'row';
  let step: Step | null = null;
  let frame = 0;
  const end = (isCancelled: boolean) => {
    drag.abort();
    cancelAnimationFrame(frame);
    events.onEnd(isCancelled ? null : step);
  };
  const move = (event: PointerEvent) => {
    // Let go where nobody heard of it.
    if (event.buttons === 0) return end(true);
    const distance = isRow ? event.clientX - press.clientX : event.clientY - press.clientY;
    if (step === null && Math.abs(distance) < 2 * unit) return;
    step = snapped(lever.px + distance * lever.pull, lever.scale, snapDistance * unit, event.shiftKey);
    const reached = step;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => events.onMove(reached, event.clientX, event.clientY));
  };
  handle.setPointerCapture(press.pointerId);
  handle.addEventListener('pointermove', move, { signal });
  handle.addEventListener('pointerup', () => end(false), { signal });
  handle.addEventListener('pointercancel', () => end(true), { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      end(true);
    },
    { capture: true, signal },
  );
}

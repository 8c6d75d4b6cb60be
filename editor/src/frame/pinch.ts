// Two fingers that move apart or together: zooming, a step at a time.
import { isByFinger } from '../session/press.ts';

const stepRatio = 1.25; // how much farther apart the fingers are for one step

export interface PinchEvents {
  canBegin: () => boolean;
  onBegin: () => void;
  onZoom: (steps: number) => void;
}

// Gives whether two fingers are on the page just now.
export function listenToPinch({ canBegin, onBegin, onZoom }: PinchEvents): () => boolean {
  const fingers = new Map<number, PointerEvent>();
  let distance: number | null = null; // at the last step, on the screen: on the page it would change with the zoom

  const apart = () => {
    const [first, second] = fingers.values();
    return first && second ? Math.hypot(first.screenX - second.screenX, first.screenY - second.screenY) : 0;
  };
  addEventListener('pointerdown', (event) => {
    if (!isByFinger(event)) return;
    fingers.set(event.pointerId, event);
    if (fingers.size !== 2 || !canBegin()) return;
    distance = apart();
    onBegin();
  });
  addEventListener('pointermove', (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    if (distance === null) return;
    const ratio = apart() / Math.max(distance, 1);
    if (ratio < stepRatio && ratio > 1 / stepRatio) return;
    distance = apart();
    onZoom(ratio > 1 ? 1 : -1);
  });
  const lift = ({ pointerId }: PointerEvent) => {
    if (fingers.delete(pointerId)) distance = null;
  };
  addEventListener('pointerup', lift);
  addEventListener('pointercancel', lift);
  return () => distance !== null;
}

// Where the own pointer is, told as a place in a node, so that it means the same on a page of another width.
import type { PointedPlace } from '../session/connection/protocol.ts';

import { idOf, nodeAround, type NodeIndex } from './node-index.ts';

const pauseMilliseconds = 100;

export function followOwnCursor(index: NodeIndex, isSeen: () => boolean, tell: (place: PointedPlace | null) => void): void {
  let last: PointerEvent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = () => {
    timer = undefined;
    const event = last;
    if (!event) return;
    last = null;
    tell(placeOf(event, index));
    timer = setTimeout(say, pauseMilliseconds);
  };
  addEventListener('pointermove', (event) => {
    if (!isSeen()) return;
    last = event;
    timer ??= setTimeout(say, 0);
  }, { passive: true });
  document.documentElement.addEventListener('pointerleave', () => {
    last = null;
    tell(null);
  });
}

function placeOf(event: PointerEvent, index: NodeIndex): PointedPlace | null {
  const node = nodeAround(event.target);
  const element = node ?? index.owner(null);
  if (!element) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const share = (distance: number, whole: number) => (whole === 0 ? 0 : Math.round(Math.min(Math.max(distance / whole, 0), 1) * 10_000));
  return { node: node ? idOf(node) : null, x: share(event.clientX - left, width), y: share(event.clientY - top, height) };
}

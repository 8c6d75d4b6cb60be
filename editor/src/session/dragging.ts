// A drag that began in a panel: the panel says what, the canvas says where.

import type { PageSession } from './page-session.ts';
import { watchPress } from './press.ts';

export interface DropPlace {
  parent: string | null;
  slot: string;
  before: string | null;
}

// A component from the sidebar, or nodes of the page, which keep their order.
export type DragSource = { kind: 'component'; component: string } | { kind: 'nodes'; ids: readonly string[] };

// A drag that began on the canvas and is outside of it now, in the window's pixels.
export interface DragOutside {
  source: DragSource;
  x: number;
  y: number;
  isDropped: boolean;
}

export interface Dragging {
  source: DragSource;
  label: string;
  pointer: number; // the id of the one that drags
  x: number; // where it began, in the window's pixels
  y: number;
}

// A press on something in a panel that can be dragged onto the page. A finger that only holds it asks for its menu.
export function dragByPress(
  session: PageSession,
  press: PointerEvent,
  element: Element,
  { source, label, onMenu }: Pick<Dragging, 'source' | 'label'> & { onMenu?: (x: number, y: number) => void },
): void {
  watchPress(press, {
    onDrag: (x, y) => session.dragging.set({ source, label, pointer: press.pointerId, x, y }),
    onHold: (isHeld) => element.toggleAttribute('data-held', isHeld),
    onMenu,
  });
}

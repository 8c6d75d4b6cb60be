// A drag that began in a panel: the panel says what, the canvas says where.

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
  x: number; // where it began, in the window's pixels
  y: number;
}

const threshold = 5;

// Watches a pressed pointer; calls `begin` once it has moved far enough to be a drag and not a click.
export function watchForDrag(event: { clientX: number; clientY: number; button: number }, begin: (x: number, y: number) => void): void {
  if (event.button !== 0) return;
  const { clientX, clientY } = event;
  const watching = new AbortController();
  const { signal } = watching;
  addEventListener(
    'pointermove',
    (move) => {
      if (move.buttons === 0) return watching.abort(); // let go where nobody heard of it
      if (Math.hypot(move.clientX - clientX, move.clientY - clientY) <= threshold) return;
      watching.abort();
      begin(move.clientX, move.clientY);
    },
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel', 'blur'] as const) addEventListener(end, () => watching.abort(), { signal });
}

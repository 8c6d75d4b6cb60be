// The mouse, pen or finger on the page while it is edited: hover, select, drag, edit.
import { idOf, nodeAround } from './node-index.ts';

export interface PointerEvents {
  isEditing: () => boolean; // the page is edited, not previewed
  isInText: (target: EventTarget | null) => boolean;
  canDrag: () => boolean;
  onHover: (id: string | null) => void;
  isSelected: (id: string) => boolean;
  onSelect: (id: string | null) => void;
  onToggle: (id: string) => void; // into the selection, or out of it
  onText: (target: EventTarget | null) => void;
  onFinishText: () => void;
  onDragStart: (id: string, x: number, y: number) => void; // with what else is selected, where this is
  onDragMove: (x: number, y: number) => void;
  onDragEnd: () => void;
  onDragCancel: () => void;
  // A rectangle drawn from an empty place, or from anywhere with Shift: then what it touches is added to the selection.
  onMarqueeStart: (x: number, y: number, isAdding: boolean) => void;
  onMarqueeMove: (x: number, y: number) => void;
  onMarqueeEnd: (isCancelled: boolean) => void;
  onMenu: (id: string | null, x: number, y: number) => void;
  onZoom: (steps: number) => void;
}

const dragThreshold = 5;

interface Press {
  id: string | null;
  x: number;
  y: number;
  pointer: number;
  isAdding: boolean;
  onRelease: 'toggle' | 'select' | null; // what a click does that became nothing else
  gesture: 'drag' | 'marquee' | null; // what it becomes once it moves
}

export interface Pointer {
  // A press that began outside of the page, on a handle, goes on as a drag of this node.
  grip: (id: string, event: PointerEvent) => void;
}

export function listenToPointer(events: PointerEvents): Pointer {
  let pressed: Press | null = null;
  let gesture: 'drag' | 'marquee' | null = null;
  let hovered: string | null = null;

  const hover = (id: string | null) => {
    if (id === hovered) return;
    hovered = id;
    events.onHover(id);
  };

  addEventListener('pointerdown', (event) => {
    if (!events.isEditing() || events.isInText(event.target) || isOverlay(event)) return;
    events.onFinishText();
    const node = nodeAround(event.target);
    if (event.button !== 0) return;
    window.focus();
    const id = node ? idOf(node) : null;
    const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
    // One of several that are selected may be about to be dragged with the others: whether it is selected alone shows when it is let go.
    const onRelease = isAdding ? 'toggle' : id !== null && events.isSelected(id) ? 'select' : null;
    if (onRelease === null) events.onSelect(id);
    const drawsMarquee = (id === null || event.shiftKey) && event.pointerType !== 'touch';
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    pressed = { id, x, y, pointer, onRelease, isAdding, gesture: drawsMarquee ? 'marquee' : id !== null && events.canDrag() ? 'drag' : null };
  });

  // Keeps fields unfocused, texts unselected and pictures from being dragged by the browser.
  addEventListener('mousedown', (event) => {
    if (events.isEditing() && !events.isInText(event.target) && !isOverlay(event)) event.preventDefault();
  });
  addEventListener('dragstart', (event) => event.preventDefault());

  addEventListener('pointermove', (event) => {
    if (!events.isEditing()) return;
    const { clientX: x, clientY: y } = event;
    // Let go where nobody heard of it.
    if (event.buttons === 0 && (pressed || gesture)) release(true);
    if (gesture === 'drag') return events.onDragMove(x, y);
    if (gesture === 'marquee') return events.onMarqueeMove(x, y);
    if (pressed?.gesture && Math.hypot(x - pressed.x, y - pressed.y) > dragThreshold) return begin(pressed, x, y);
    const node = nodeAround(event.target);
    hover(node ? idOf(node) : null);
  });

  const begin = (press: Press, x: number, y: number) => {
    gesture = press.gesture;
    document.documentElement.setPointerCapture(press.pointer);
    if (gesture === 'marquee') events.onMarqueeStart(press.x, press.y, press.isAdding);
    else if (press.id !== null) events.onDragStart(press.id, x, y);
  };

  const release = (isCancelled: boolean) => {
    const [press, ended] = [pressed, gesture];
    pressed = null;
    gesture = null;
    if (ended === 'marquee') events.onMarqueeEnd(isCancelled);
    else if (ended === 'drag' && isCancelled) events.onDragCancel();
    else if (ended === 'drag') events.onDragEnd();
    else if (press?.id != null && !isCancelled && press.onRelease === 'toggle') events.onToggle(press.id);
    else if (press?.id != null && !isCancelled && press.onRelease === 'select') events.onSelect(press.id);
  };
  addEventListener('pointerup', () => release(false));
  addEventListener('pointercancel', () => release(true));
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !gesture) return;
    event.stopImmediatePropagation();
    release(true);
  }, { capture: true });
  document.documentElement.addEventListener('pointerleave', () => hover(null));

  addEventListener('dblclick', (event) => {
    if (events.isEditing() && !events.isInText(event.target)) events.onText(event.target);
  });

  addEventListener('contextmenu', (event) => {
    if (!events.isEditing() || events.isInText(event.target)) return;
    event.preventDefault();
    if (isOverlay(event)) return;
    const node = nodeAround(event.target);
    events.onMenu(node ? idOf(node) : null, event.clientX, event.clientY);
  });

  // Nothing in the canvas leads anywhere, except to a part of the same page in the preview.
  addEventListener('click', (event) => {
    if (isOverlay(event)) return;
    const target = event.target instanceof Element ? event.target : null;
    const isWithinPage = target?.closest('a')?.getAttribute('href')?.startsWith('#') ?? false;
    if (events.isEditing() ? target?.closest('summary') == null : target?.closest('a') && !isWithinPage) event.preventDefault();
  }, { capture: true });
  addEventListener('auxclick', (event) => event.preventDefault(), { capture: true });
  addEventListener('submit', (event) => event.preventDefault(), { capture: true });

  addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    events.onZoom(event.deltaY < 0 ? 1 : -1);
  }, { passive: false });

  return {
    grip: (id, { button, clientX: x, clientY: y, pointerId: pointer }) => {
      if (button === 0 && events.canDrag()) pressed = { id, x, y, pointer, onRelease: null, isAdding: false, gesture: 'drag' };
    },
  };
}

function isOverlay(event: Event): boolean {
  return event.target instanceof Element && event.target.localName === 'pagewright-overlay';
}

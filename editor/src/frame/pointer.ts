// The mouse, pen or finger on the page while it is edited: hover, select, drag, edit.
import { idOf, nodeAround } from './node-index.ts';

export interface PointerEvents {
  isEditing: () => boolean; // the page is edited, not previewed
  isInText: (target: EventTarget | null) => boolean;
  canDrag: () => boolean;
  onHover: (id: string | null) => void;
  onSelect: (id: string | null) => void;
  onText: (target: EventTarget | null) => void;
  onFinishText: () => void;
  onDragStart: (id: string, x: number, y: number) => void;
  onDragMove: (x: number, y: number) => void;
  onDragEnd: () => void;
  onDragCancel: () => void;
  onZoom: (steps: number) => void;
}

const dragThreshold = 5;

export function listenToPointer(events: PointerEvents): void {
  let pressed: { id: string; x: number; y: number; pointer: number } | null = null;
  let isDragging = false;
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
    events.onSelect(node ? idOf(node) : null);
    if (node && events.canDrag()) pressed = { id: idOf(node), x: event.clientX, y: event.clientY, pointer: event.pointerId };
  });

  // Keeps fields unfocused, texts unselected and pictures from being dragged by the browser.
  addEventListener('mousedown', (event) => {
    if (events.isEditing() && !events.isInText(event.target) && !isOverlay(event)) event.preventDefault();
  });
  addEventListener('dragstart', (event) => event.preventDefault());

  addEventListener('pointermove', (event) => {
    if (!events.isEditing()) return;
    if (isDragging) return events.onDragMove(event.clientX, event.clientY);
    if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > dragThreshold) {
      isDragging = true;
      document.documentElement.setPointerCapture(pressed.pointer);
      events.onDragStart(pressed.id, event.clientX, event.clientY);
      return;
    }
    const node = nodeAround(event.target);
    hover(node ? idOf(node) : null);
  });

  const release = (isCancelled: boolean) => {
    pressed = null;
    if (!isDragging) return;
    isDragging = false;
    if (isCancelled) events.onDragCancel();
    else events.onDragEnd();
  };
  addEventListener('pointerup', () => release(false));
  addEventListener('pointercancel', () => release(true));
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isDragging) return;
    event.stopImmediatePropagation();
    release(true);
  }, { capture: true });
  document.documentElement.addEventListener('pointerleave', () => hover(null));

  addEventListener('dblclick', (event) => {
    if (events.isEditing() && !events.isInText(event.target)) events.onText(event.target);
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
}

function isOverlay(event: Event): boolean {
  return event.target instanceof Element && event.target.localName === 'pagewright-overlay';
}

// The mouse, pen or finger on the page while it is edited: hover, select, drag, edit.
import { isByFinger, keepTouches, watchPress } from '../session/press.ts';

import type { Point } from './drop-target.ts';
import { idOf, nodeAround } from './node-index.ts';
import { listenToPinch } from './pinch.ts';

export interface PointerEvents {
  isEditing: () => boolean; // the page is edited, not previewed
  isInText: (target: EventTarget | null) => boolean;
  canDrag: () => boolean;
  onHover: (id: string | null) => void;
  selectsSeveral: () => boolean; // without a key held, too
  isSelected: (id: string) => boolean;
  onSelect: (id: string | null) => void;
  onToggle: (id: string) => void; // into the selection, or out of it
  onTap: (id: string | null, target: EventTarget | null) => void; // with a finger
  onText: (target: EventTarget | null) => void;
  onFinishText: () => void;
  onHold: (id: string, at: Point | null) => void; // by a finger, which drags it if it moves now; null: not any more
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

export interface Pointer {
  // A press that began outside of the page, on a handle, goes on as a drag of this node.
  grip: (id: string, event: PointerEvent) => void;
}

export function listenToPointer(events: PointerEvents): Pointer {
  let gesture: { kind: 'drag' | 'marquee'; pointer: number } | null = null;
  let letGo: () => void = () => undefined; // of what is pressed and has not become anything yet
  let hovered: string | null = null;

  const hover = (id: string | null) => {
    if (id === hovered) return;
    hovered = id;
    events.onHover(id);
  };

  const isPinching = listenToPinch({
    canBegin: () => gesture === null,
    onBegin: () => letGo(),
    onZoom: (steps) => events.onZoom(steps),
  });
  keepTouches(() => gesture !== null || isPinching());

  addEventListener('pointerdown', (event) => {
    if (!events.isEditing() || events.isInText(event.target) || isOverlay(event)) return;
    if (gesture !== null || isPinching()) return; // one finger more
    if (!isByFinger(event)) events.onFinishText(); // a finger may only scroll
    if (event.button !== 0) return;
    window.focus();
    press(event);
  });

  const press = (event: PointerEvent) => {
    const node = nodeAround(event.target);
    const id = node ? idOf(node) : null;
    const isAdding = events.selectsSeveral() || event.shiftKey || event.ctrlKey || event.metaKey;
    const isFinger = isByFinger(event);
    // One of several that are selected may be about to be dragged with the others: whether it is selected alone shows when it is let go.
    const isOneOfSeveral = id !== null && events.isSelected(id);
    if (!isFinger && !isAdding && !isOneOfSeveral) events.onSelect(id);
    letGo = watchPress(event, {
      onTap: () => {
        events.onFinishText();
        if (isAdding) return id === null ? undefined : events.onToggle(id);
        if (isFinger) events.onTap(id, event.target);
        else if (isOneOfSeveral) events.onSelect(id);
      },
      onDrag: beginningOf(event, id, isAdding),
      onHold: (isHeld) => {
        if (isHeld) events.onFinishText();
        if (id !== null) events.onHold(id, isHeld ? { x: event.clientX, y: event.clientY } : null);
      },
      onMenu: (x, y) => events.onMenu(id, x, y),
    });
  };

  // What a press becomes once it moves; nothing where a finger scrolls.
  const beginningOf = (event: PointerEvent, id: string | null, isAdding: boolean) => {
    if ((id === null || event.shiftKey) && !isByFinger(event)) {
      return () => begin('marquee', event, () => events.onMarqueeStart(event.clientX, event.clientY, isAdding));
    }
    return id !== null && events.canDrag() ? dragOf(id, event) : undefined;
  };
  const dragOf = (id: string, event: PointerEvent) => (x: number, y: number) => begin('drag', event, () => events.onDragStart(id, x, y));

  const begin = (kind: 'drag' | 'marquee', { pointerId: pointer }: PointerEvent, start: () => void) => {
    gesture = { kind, pointer };
    document.documentElement.setPointerCapture(pointer);
    start();
  };

  addEventListener('pointermove', (event) => {
    if (!events.isEditing()) return;
    const { clientX: x, clientY: y } = event;
    if (gesture) {
      if (event.pointerId !== gesture.pointer) return;
      if (event.buttons === 0) return release(true); // let go where nobody heard of it
      return gesture.kind === 'drag' ? events.onDragMove(x, y) : events.onMarqueeMove(x, y);
    }
    if (isByFinger(event)) return;
    const node = nodeAround(event.target);
    hover(node ? idOf(node) : null);
  });

  const release = (isCancelled: boolean) => {
    const ended = gesture?.kind;
    gesture = null;
    if (ended === 'marquee') events.onMarqueeEnd(isCancelled);
    else if (ended === 'drag' && isCancelled) events.onDragCancel();
    else if (ended === 'drag') events.onDragEnd();
  };
  addEventListener('pointerup', ({ pointerId }) => (pointerId === gesture?.pointer ? release(false) : undefined));
  addEventListener('pointercancel', ({ pointerId }) => (pointerId === gesture?.pointer ? release(true) : undefined));
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !gesture) return;
    event.stopImmediatePropagation();
    release(true);
  }, { capture: true });
  document.documentElement.addEventListener('pointerleave', () => hover(null));

  listenToMouse(events);
  return {
    grip: (id, event) => {
      if (events.canDrag()) letGo = watchPress(event, { onDrag: dragOf(id, event) }, true);
    },
  };
}

// What browsers know of the mouse alone, or make of the fingers by themselves.
function listenToMouse(events: PointerEvents): void {
  // Keeps fields unfocused, texts unselected and pictures from being dragged by the browser.
  addEventListener('mousedown', (event) => {
    if (events.isEditing() && !events.isInText(event.target) && !isOverlay(event)) event.preventDefault();
  });
  addEventListener('dragstart', (event) => event.preventDefault());

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
}

function isOverlay(event: Event): boolean {
  return event.target instanceof Element && event.target.localName === 'pagewright-overlay';
}

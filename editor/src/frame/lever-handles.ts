// The handles on the selected node's edges and distances: what can be pulled, and pushed with the arrow keys.
import type { Rect } from './drop-target.ts';
import { leverLabels, leverNames, type LeverName } from './levers.ts';

export interface LeverHandleEvents {
  onPress: (name: LeverName, event: PointerEvent) => void;
  onStep: (name: LeverName, direction: 1 | -1) => void;
  // To what holds when nothing is set.
  onReset: (name: LeverName) => void;
  // Another visit of the keyboard is another step of undo.
  onFocus: () => void;
}

// Where handles stand: the middle of each, and whether it is pulled to the side.
export interface LeverPlace {
  x: number;
  y: number;
  isRow: boolean;
  px: number;
}

const length = 30; // of a handle on the screen
const thickness = 7;

const keys: Record<'row' | 'column', Readonly<Record<string, 1 | -1>>> = {
  row: { ArrowRight: 1, ArrowLeft: -1 },
  column: { ArrowDown: 1, ArrowUp: -1 },
};

export class LeverHandles {
  private readonly layer = document.createElement('div');
  private readonly handles = new Map<LeverName, HTMLElement>();

  constructor(root: ShadowRoot, events: LeverHandleEvents) {
    this.layer.className = 'levers';
    for (const name of leverNames) {
      const handle = handleOf(name, events);
      this.handles.set(name, handle);
      this.layer.append(handle);
    }
    root.append(this.layer);
  }

  // `unit` is a pixel of the screen in the frame's own.
  show(places: ReadonlyMap<LeverName, LeverPlace>, node: string, unit: number): void {
    for (const [name, handle] of this.handles) {
      const place = places.get(name);
      handle.hidden = !place;
      if (!place) continue;
      const [width, height] = (place.isRow ? [thickness, length] : [length, thickness]).map((size) => size * unit) as [number, number];
      handle.dataset.axis = place.isRow ? 'row' : 'column';
      handle.setAttribute('aria-orientation', place.isRow ? 'vertical' : 'horizontal');
      handle.setAttribute('aria-label', `${leverLabels[name]} of ${node}`);
      handle.setAttribute('aria-valuenow', String(Math.round(place.px)));
      handle.setAttribute('aria-valuetext', `${String(Math.round(place.px))} pixels`);
      handle.style.translate = `${String(place.x - width / 2)}px ${String(place.y - height / 2)}px`;
    }
  }

  hide(): void {
    for (const handle of this.handles.values()) handle.hidden = true;
  }
}

function handleOf(name: LeverName, events: LeverHandleEvents): HTMLElement {
  const handle = document.createElement('div');
  handle.className = 'lever';
  handle.dataset.lever = name;
  handle.hidden = true;
  handle.tabIndex = 0;
  handle.setAttribute('role', 'separator');
  handle.setAttribute('aria-description', 'The arrow keys change it, and Delete resets it. Also in the panel, under Style.');
  handle.title = `${leverLabels[name]}: drag, with Shift to the pixel. Double-click to reset.`;
  handle.addEventListener('pointerdown', (event) => {
    if (event.button === 0) events.onPress(name, event);
  });
  handle.addEventListener('focus', () => events.onFocus());
  handle.addEventListener('dblclick', () => events.onReset(name));
  handle.addEventListener('keydown', (event) => {
    const isReset = event.key === 'Delete' || event.key === 'Backspace';
    const direction = keys[handle.dataset.axis === 'row' ? 'row' : 'column'][event.key];
    if (!isReset && direction === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (isReset) events.onReset(name);
    else if (direction !== undefined) events.onStep(name, direction);
  });
  return handle;
}

// On the right and the lower edge, in the middle of what is in view of them.
export function edgePlaces(rect: Rect, edges: readonly LeverName[], view: { width: number; height: number }, unit: number): Map<LeverName, LeverPlace> {
  const places = new Map<LeverName, LeverPlace>();
  const margin = (thickness / 2 + 1) * unit; // a handle at the very edge of the canvas would be cut off
  const middle = (from: number, to: number, end: number) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const isAcross = rect.right > 0 && rect.left < view.width;
  const isAlong = rect.bottom > 0 && rect.top < view.height;
  if (edges.includes('width') && isAlong && rect.right > 0 && rect.right <= view.width + 1) {
    places.set('width', { x: Math.min(rect.right, view.width - margin), y: middle(rect.top, rect.bottom, view.height), isRow: true, px: rect.right - rect.left });
  }
  if (edges.includes('height') && isAcross && rect.bottom > 0 && rect.bottom <= view.height + 1) {
    places.set('height', { x: middle(rect.left, rect.right, view.width), y: Math.min(rect.bottom, view.height - margin), isRow: false, px: rect.bottom - rect.top });
  }
  return places;
}

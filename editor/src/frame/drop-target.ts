// Where something that is dragged would land: a pure function over rectangles, so that it can be tested without a page. It reads no more of them
// than it has to, for each may be measured when it is read.

export interface Point {
  x: number;
  y: number;
}

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

// How a slot lays its children out: below one another, or beside one another in one or several rows.
export type Direction = 'column' | 'row';

export interface ChildOfSlot {
  readonly id: string;
  readonly rect: Rect;
}

export interface SlotBox {
  parent: string | null;
  slot: string;
  refusal: string | null;
  rect: Rect;
  readonly direction: Direction;
  children: readonly ChildOfSlot[];
}

// A node under the pointer with its slots, from the deepest to the page itself (whose id is null).
export interface NodeBox {
  id: string | null;
  rect: Rect;
  readonly slots: readonly SlotBox[];
}

export interface DropTarget {
  parent: string | null;
  slot: string;
  before: string | null;
  // A line between two children, or the area of a slot that is empty.
  line: Rect | null;
  area: Rect;
  refusal: null;
  passed: RefusedTarget | null; // a slot that lies deeper and does not accept
}

export interface RefusedTarget {
  refusal: string;
  area: Rect;
}

const widestEdge = 10;

// How far from a slot the pointer may be and still mean it, where it stands on another part of the same node: a card's picture is not the
// card's content, and who drops a card there means the place beside it.
const reach = 32;

// The deepest slot that accepts and is within reach. Near its border, and away from its slots, a node gives way to its parent, so that one can
// drop beside it. Where nothing accepts, why the deepest slot does not; null outside of everything.
export function findDropTarget(point: Point, chain: readonly NodeBox[]): DropTarget | RefusedTarget | null {
  let refused: RefusedTarget | null = null;
  let outOfReach: DropTarget | null = null;
  for (const node of chain) {
    if (node.id !== null && isAtEdge(point, node.rect)) continue;
    const slot = nearestSlot(point, node.slots);
    if (!slot) continue;
    const isWithinReach = distanceTo(point, slot.rect) <= reach;
    if (slot.refusal === null && isWithinReach) return insertion(point, slot, refused);
    if (slot.refusal === null) outOfReach ??= insertion(point, slot, refused);
    else if (isWithinReach) refused ??= { refusal: slot.refusal, area: slot.rect };
  }
  return outOfReach ?? refused;
}

function isAtEdge(point: Point, rect: Rect): boolean {
  const horizontal = Math.min(widestEdge, (rect.right - rect.left) * 0.15);
  const vertical = Math.min(widestEdge, (rect.bottom - rect.top) * 0.15);
  return (
    point.x < rect.left + horizontal ||
    point.x > rect.right - horizontal ||
    point.y < rect.top + vertical ||
    point.y > rect.bottom - vertical
  );
}

// The slot under the pointer, or the one closest to it; among equals one that accepts.
function nearestSlot(point: Point, slots: readonly SlotBox[]): SlotBox | null {
  let best: SlotBox | null = null;
  let bestDistance = Infinity;
  for (const slot of slots) {
    const distance = distanceTo(point, slot.rect) + (slot.refusal === null ? 0 : 0.5);
    if (distance < bestDistance) [best, bestDistance] = [slot, distance];
  }
  return best;
}

export function distanceTo({ x, y }: Point, { left, top, right, bottom }: Rect): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

function insertion(point: Point, slot: SlotBox, passed: RefusedTarget | null): DropTarget {
  const { parent, slot: name, rect: area, children } = slot;
  const target = { parent, slot: name, area, refusal: null, passed } as const;
  if (children.length === 0) return { ...target, before: null, line: null };
  const isColumn = slot.direction === 'column';
  const index = isColumn ? indexInColumn(point, children) : indexInRows(point, children);
  const line = isColumn ? horizontalLine(index, children) : verticalLine(index, point, children);
  return { ...target, before: children[index]?.id ?? null, line };
}

type Children = readonly ChildOfSlot[];

function indexInColumn({ y }: Point, children: Children): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const rect = (children[middle] as ChildOfSlot).rect;
    if (y < (rect.top + rect.bottom) / 2) high = middle;
    else low = middle + 1;
  }
  return low;
}

// Rows of a wrapping layout: a child that starts below the middle of the row begins the next one.
function rowsOf(children: Children): { from: number; to: number; top: number; bottom: number }[] {
  const rows: { from: number; to: number; top: number; bottom: number }[] = [];
  children.forEach(({ rect }, index) => {
    const row = rows.at(-1);
    if (row && rect.top < (row.top + row.bottom) / 2) {
      row.to = index + 1;
      row.top = Math.min(row.top, rect.top);
      row.bottom = Math.max(row.bottom, rect.bottom);
    } else {
      rows.push({ from: index, to: index + 1, top: rect.top, bottom: rect.bottom });
    }
  });
  return rows;
}

function rowAt({ y }: Point, children: Children): { from: number; to: number } {
  const rows = rowsOf(children);
  const found = rows.find((row, index) => y < (row.bottom + (rows[index + 1]?.top ?? Infinity)) / 2);
  return found ?? rows.at(-1) ?? { from: 0, to: children.length };
}

function indexInRows(point: Point, children: Children): number {
  const { from, to } = rowAt(point, children);
  for (let index = from; index < to; index += 1) {
    const { rect } = children[index] as ChildOfSlot;
    if (point.x < (rect.left + rect.right) / 2) return index;
  }
  return to;
}

function horizontalLine(index: number, children: Children): Rect {
  const above = children[index - 1]?.rect;
  const below = children[index]?.rect;
  const beside = (below ?? above) as Rect;
  const y = above && below ? (above.bottom + below.top) / 2 : below ? below.top : (above as Rect).bottom;
  return { left: beside.left, right: beside.right, top: y, bottom: y };
}

function verticalLine(index: number, point: Point, children: Children): Rect {
  const { from, to } = rowAt(point, children);
  const before = index > from ? children[index - 1]?.rect : undefined;
  const after = index < to ? children[index]?.rect : undefined;
  const beside = (after ?? before) as Rect;
  const x = before && after ? (before.right + after.left) / 2 : after ? after.left : (before as Rect).right;
  return { left: x, right: x, top: beside.top, bottom: beside.bottom };
}

// Reads from the page the boxes that drop targets are found among, each when it is asked for: beside what is pointed at, a page may have
// thousands of nodes.
import type { ComponentRules } from '../session/slot-rules.ts';
import { slotRefusalOfAll } from '../session/slot-rules.ts';

import type { Direction, NodeBox, Point, Rect, SlotBox } from './drop-target.ts';
import { idOf, nodeAround, type NodeIndex } from './node-index.ts';
import { slotChildren, type SlotMarkers } from './slots.ts';

export function rectOf(element: Element): Rect {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

export interface Dragged {
  components: readonly string[];
  ids: ReadonlySet<string>; // of nodes of the page
}

// A child of a slot, measured at most once.
class ChildBox {
  readonly id: string;
  private readonly element: HTMLElement;
  private measured: Rect | null = null;

  constructor(element: HTMLElement) {
    this.element = element;
    this.id = idOf(element);
  }

  get rect(): Rect {
    return (this.measured ??= rectOf(this.element));
  }
}

// The nodes under a point from the deepest up to the page, without dragged nodes and what they hold.
export function chainAt(
  point: Point,
  dragged: Dragged,
  index: NodeIndex,
  rules: Readonly<Record<string, ComponentRules>>,
): NodeBox[] {
  const chain: NodeBox[] = [];
  const boxOf = (id: string | null, owner: HTMLElement): NodeBox => ({
    id,
    rect: rectOf(owner),
    get slots() {
      return slotBoxes(id, owner, dragged, index, rules);
    },
  });
  let element = nodeAround(document.elementFromPoint(point.x, point.y));
  for (; element; element = element.parentElement?.closest<HTMLElement>('[data-node]') ?? null) {
    const id = idOf(element);
    if (dragged.ids.has(id)) {
      chain.length = 0;
      continue;
    }
    chain.push(boxOf(id, element));
  }
  const root = index.owner(null);
  if (root) chain.push(boxOf(null, root));
  return chain;
}

function slotBoxes(
  id: string | null,
  owner: HTMLElement,
  dragged: Dragged,
  index: NodeIndex,
  rules: Readonly<Record<string, ComponentRules>>,
): SlotBox[] {
  const component = id === null ? null : index.component(id);
  return [...index.slotsOf(owner)].map(([slot, markers]) => {
    const children = slotChildren(markers);
    const others = children.filter((child) => !dragged.ids.has(idOf(child)));
    return {
      parent: id,
      slot,
      refusal: slotRefusalOfAll(rules, dragged.components, component, slot, others.length),
      rect: areaOf(markers, owner),
      get direction() {
        return directionOf(markers, children);
      },
      children: children.map((child) => new ChildBox(child)),
    };
  });
}

function areaOf(markers: SlotMarkers, owner: HTMLElement): Rect {
  const zone = markers.start.nextElementSibling;
  if (zone?.localName === 'pagewright-empty-slot') return rectOf(zone);
  return rectOf(markers.start.parentElement ?? owner);
}

function directionOf({ start }: SlotMarkers, children: readonly HTMLElement[]): Direction {
  const container = start.parentElement;
  if (!container) return 'column';
  const [first, second] = children;
  if (first && second) {
    // What stands beside its neighbour is in a row, whatever made it so.
    const [left, right] = [rectOf(first), rectOf(second)];
    return right.left >= left.right - 1 && right.top < left.bottom ? 'row' : stacked(container, first);
  }
  return stacked(container, first);
}

// What the style says: a grid of several columns or a row of flex items may hold one item a line at the moment. Where the columns are margins
// and the items are told which to fill, as on the page itself, nothing ever stands beside anything.
function stacked(container: HTMLElement, child: HTMLElement | undefined): Direction {
  const style = getComputedStyle(container);
  const isPlaced = child !== undefined && !/^(auto|span .*)$/.test(getComputedStyle(child).gridColumnStart);
  if (style.display.endsWith('grid') && isPlaced) return 'column';
  if (style.display.endsWith('grid')) return style.gridTemplateColumns.trim().split(/\s+/).length > 1 ? 'row' : 'column';
  if (style.display.endsWith('flex')) return style.flexDirection.startsWith('row') && style.flexWrap === 'nowrap' ? 'row' : 'column';
  return 'column';
}

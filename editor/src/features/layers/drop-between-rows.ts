import type { ComponentLibrary } from '../../session/component-library.ts';
import type { DropPlace } from '../../session/dragging.ts';
import type { TreeMirror } from '../../session/tree-mirror.ts';

import type { LayerRow } from './rows.ts';

export type RowZone = 'before' | 'inside' | 'after';

// Upper and lower quarter: beside the row; the middle: into it, where it has a slot.
export function zoneAt(offset: number, rowHeight: number, isContainer: boolean): RowZone {
  const part = offset / rowHeight;
  if (!isContainer) return part < 0.5 ? 'before' : 'after';
  if (part < 0.25) return 'before';
  return part > 0.75 ? 'after' : 'inside';
}

export interface Dragged {
  ids: readonly string[]; // of nodes of the page
  components: readonly string[];
}

// Where what is dragged would go, or why it can't.
export function placeAtRow(
  tree: TreeMirror,
  library: ComponentLibrary,
  dragged: Dragged,
  row: LayerRow,
  zone: RowZone,
): DropPlace | string {
  const node = tree.node(row.id);
  if (!node || dragged.ids.some((id) => tree.contains(id, row.id))) return 'A component can’t go into itself.';
  if (zone === 'inside') return placeInside(tree, library, dragged, row.id);
  const owner = node.parent === null ? null : (tree.node(node.parent)?.component ?? null);
  const others = without(dragged, tree.siblings(row.id));
  const refusal = library.refusalOfAll(dragged.components, owner, node.slot, others.length);
  if (refusal !== null) return refusal;
  const before = zone === 'before' ? row.id : (others[others.indexOf(row.id) + 1] ?? null);
  return { parent: node.parent, slot: node.slot, before };
}

function placeInside(tree: TreeMirror, library: ComponentLibrary, dragged: Dragged, parent: string): DropPlace | string {
  const owner = tree.node(parent)?.component ?? '';
  let first: string | null = null;
  for (const [slot] of library.slotsOf(owner)) {
    const others = without(dragged, tree.children(parent)[slot] ?? []);
    const refusal = library.refusalOfAll(dragged.components, owner, slot, others.length);
    if (refusal === null) return { parent, slot, before: null };
    first ??= refusal;
  }
  return first ?? `${library.labelOf(owner)} holds no other components.`;
}

function without({ ids }: Dragged, siblings: readonly string[]): readonly string[] {
  if (ids.length === 0) return siblings;
  const going = new Set(ids);
  return siblings.filter((id) => !going.has(id));
}

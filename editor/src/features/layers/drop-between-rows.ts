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

// Where a node would go, or why it can't.
export function placeAtRow(
  tree: TreeMirror,
  library: ComponentLibrary,
  dragged: string,
  row: LayerRow,
  zone: RowZone,
): DropPlace | string {
  const component = tree.node(dragged)?.component ?? '';
  const node = tree.node(row.id);
  if (!node || tree.contains(dragged, row.id)) return 'A component can’t go into itself.';
  if (zone === 'inside') return placeInside(tree, library, component, dragged, row.id);
  const owner = node.parent === null ? null : (tree.node(node.parent)?.component ?? null);
  const siblings = tree.siblings(row.id);
  const others = siblings.filter((id) => id !== dragged);
  const refusal = library.refusal(component, owner, node.slot, others.length);
  if (refusal !== null) return refusal;
  const before = zone === 'before' ? row.id : (others[others.indexOf(row.id) + 1] ?? null);
  return { parent: node.parent, slot: node.slot, before };
}

function placeInside(tree: TreeMirror, library: ComponentLibrary, component: string, dragged: string, parent: string): DropPlace | string {
  const owner = tree.node(parent)?.component ?? '';
  let first: string | null = null;
  for (const [slot] of library.slotsOf(owner)) {
    const others = (tree.children(parent)[slot] ?? []).filter((id) => id !== dragged);
    const refusal = library.refusal(component, owner, slot, others.length);
    if (refusal === null) return { parent, slot, before: null };
    first ??= refusal;
  }
  return first ?? `${library.labelOf(owner)} holds no other components.`;
}

// A locked node, and what is below it, is kept as it is until somebody unlocks it. That is a help for authors, not a right: the server knows nothing of it.
import type { Operation } from '../engine/document.ts';

import type { TreeMirror } from './tree-mirror.ts';

// The locked node, nearest first, that these operations would change. Null: there is none.
export function lockedIn(tree: TreeMirror, operations: readonly Operation[]): string | null {
  const moved = new Set<string>(); // out of where they stood, by an operation before
  for (const operation of operations) {
    for (const id of touched(operation)) {
      const locked = lockOf(tree, id);
      if (locked !== null) return locked;
    }
    const below = operation.type === 'remove_node' ? lockedBelow(tree, operation.id, moved) : null;
    if (below !== null) return below;
    if (operation.type === 'move_node') moved.add(operation.id);
  }
  return null;
}

// The node itself, or the nearest above it, that is locked.
export function lockOf(tree: TreeMirror, id: string | null): string | null {
  for (let at = id; at !== null; at = tree.node(at)?.parent ?? null) {
    if (tree.node(at)?.settings?.locked) return at;
  }
  return null;
}

// The first locked node that would go with this one. Those in `moved` stay, with what they hold.
function lockedBelow(tree: TreeMirror, id: string, moved: ReadonlySet<string>): string | null {
  for (const child of Object.values(tree.children(id)).flat()) {
    if (moved.has(child)) continue;
    const locked = tree.node(child)?.settings?.locked ? child : lockedBelow(tree, child, moved);
    if (locked !== null) return locked;
  }
  return null;
}

// The nodes that must not be locked for this. Unlocking is always possible.
function touched(operation: Operation): (string | null)[] {
  switch (operation.type) {
    case 'insert_node':
      return [operation.place.parent];
    case 'move_node':
      return [operation.id, operation.place.parent];
    case 'set_node':
      return operation.key === 'locked' ? [] : [operation.id];
    case 'remove_node':
    case 'set_prop':
    case 'set_style':
      return [operation.id];
    case 'set_page':
      return [];
  }
}

// Places of the page that nobody pointed at.
import type { Place } from '../engine/document.ts';
import { rootSlot } from '../engine/document.ts';

import type { PageSession } from './page-session.ts';
import type { TreeMirror } from './tree-mirror.ts';

export type CertainPlace = Place & { before: string | null };

// Where components go together: into the selected node if one of its slots takes them, else after the nearest ancestor that they may stand
// beside. What was copied from a node like the selected one goes beside it (`isCopy`), not into it.
export function placeNearSelection(session: PageSession, components: readonly string[], isCopy = false): CertainPlace {
  const { tree, library, state } = session;
  const { selection } = state.get();
  if (selection !== null) {
    const isAlike = isCopy && components.includes(tree.node(selection)?.component ?? '');
    const inside = isAlike ? null : placeInside(session, selection, components);
    if (inside) return inside;
    for (const id of [selection, ...tree.ancestors(selection)]) {
      const node = tree.node(id);
      if (!node) break;
      const count = tree.siblings(id).length;
      if (library.refusalOfAll(components, ownerOf(tree, id), node.slot, count) !== null) continue;
      return { parent: node.parent, slot: node.slot, before: nextSibling(tree, id) };
    }
  }
  return { parent: null, slot: rootSlot, before: null };
}

// The end of the first slot of a node that takes these components; null where none does.
export function placeInside({ tree, library }: PageSession, parent: string, components: readonly string[]): CertainPlace | null {
  const owner = tree.node(parent)?.component;
  if (owner === undefined) return null;
  for (const [slot] of library.slotsOf(owner)) {
    const others = tree.children(parent)[slot] ?? [];
    if (library.refusalOfAll(components, owner, slot, others.length) === null) return { parent, slot, before: null };
  }
  return null;
}

// What component a node stands in; null is the page itself.
export function ownerOf(tree: TreeMirror, id: string): string | null {
  const parent = tree.node(id)?.parent ?? null;
  return parent === null ? null : (tree.node(parent)?.component ?? null);
}

export function nextSibling(tree: TreeMirror, id: string): string | null {
  const siblings = tree.siblings(id);
  return siblings[siblings.indexOf(id) + 1] ?? null;
}

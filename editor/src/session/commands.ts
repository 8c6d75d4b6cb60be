// What an author does to nodes, each one gesture and one call into the engine.
import type { InitialNode } from '../engine/component.ts';
import type { NestedNode, Place } from '../engine/document.ts';
import { rootSlot } from '../engine/document.ts';
import type { EngineRefusal } from '../engine/engine.ts';

import { withFreshIds } from './ids.ts';
import type { PageSession } from './page-session.ts';

// A new node of a component, with what its definition says it starts with.
export function newNode(session: PageSession, component: string): NestedNode {
  const initial = session.library.find(component)?.initial;
  const seed: InitialNode = { component };
  if (initial?.props) seed.props = initial.props;
  if (initial?.children) seed.children = initial.children;
  return withFreshIds(seed);
}

// Where a component goes when nobody pointed: into the selected node if one of its slots takes it, else after the nearest ancestor
// that may stand beside it.
export function placeNearSelection(session: PageSession, component: string): Place {
  const { tree, library, state } = session;
  const { selection } = state.get();
  if (selection !== null) {
    const inside = placeInside(session, selection, component);
    if (inside) return inside;
    for (let id: string | null = selection; id !== null; id = tree.node(id)?.parent ?? null) {
      const node = tree.node(id);
      if (!node) break;
      const owner = node.parent === null ? null : (tree.node(node.parent)?.component ?? null);
      if (library.refusal(component, owner, node.slot, tree.siblings(id).length) === null) {
        return { parent: node.parent, slot: node.slot, before: nextSibling(session, id) };
      }
    }
  }
  return { parent: null, slot: rootSlot, before: null };
}

function placeInside(session: PageSession, parent: string, component: string): Place | null {
  const { tree, library } = session;
  const owner = tree.node(parent)?.component;
  if (owner === undefined) return null;
  for (const [slot] of library.slotsOf(owner)) {
    const count = tree.children(parent)[slot]?.length ?? 0;
    if (library.refusal(component, owner, slot, count) === null) return { parent, slot, before: null };
  }
  return null;
}

export function insertNode(session: PageSession, node: NestedNode, place: Place, verb = 'Add'): EngineRefusal | null {
  const label = `${verb} ${session.library.labelOf(node.component)}`;
  return session.apply(label, [{ type: 'insert_node', place, node }], { select: node.id });
}

export function insertComponent(session: PageSession, component: string, place?: Place): EngineRefusal | null {
  return insertNode(session, newNode(session, component), place ?? placeNearSelection(session, component));
}

export function removeNode(session: PageSession, id: string, verb = 'Delete'): EngineRefusal | null {
  return session.apply(`${verb} ${labelOfNode(session, id)}`, [{ type: 'remove_node', id }]);
}

export function duplicateNode(session: PageSession, id: string): EngineRefusal | null {
  const node = session.tree.node(id);
  if (!node) return null;
  const copy = withFreshIds(session.read('subtree', { id }).node);
  return insertNode(session, copy, { parent: node.parent, slot: node.slot, before: nextSibling(session, id) }, 'Duplicate');
}

export function moveNode(session: PageSession, id: string, place: Place): EngineRefusal | null {
  const node = session.tree.node(id);
  if (!node || isWhereItStands(session, id, place)) return null;
  return session.apply(`Move ${session.library.labelOf(node.component)}`, [{ type: 'move_node', id, place }], { select: id });
}

function isWhereItStands(session: PageSession, id: string, place: Place): boolean {
  const node = session.tree.node(id);
  if (node?.parent !== place.parent || node.slot !== place.slot) return false;
  return place.before === id || place.before === nextSibling(session, id);
}

// One step up (-1) or down (1) among its siblings.
export function moveAmongSiblings(session: PageSession, id: string, step: -1 | 1): EngineRefusal | null {
  const node = session.tree.node(id);
  if (!node) return null;
  const siblings = session.tree.siblings(id);
  const index = siblings.indexOf(id);
  const target = index + step;
  if (target < 0 || target >= siblings.length) return null;
  const before = step === -1 ? siblings[target] : siblings[target + 1];
  return moveNode(session, id, { parent: node.parent, slot: node.slot, before: before ?? null });
}

export function nextSibling(session: PageSession, id: string): string | null {
  const siblings = session.tree.siblings(id);
  return siblings[siblings.indexOf(id) + 1] ?? null;
}

export function labelOfNode(session: PageSession, id: string): string {
  const node = session.tree.node(id);
  return node ? session.library.labelOf(node.component) : 'component';
}

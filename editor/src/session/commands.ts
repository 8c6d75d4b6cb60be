// What an author does to nodes, each one gesture and one call into the engine, however many nodes it is done to.
import { rememberUse } from '../api/remembered.ts';
import type { InitialNode } from '../engine/component.ts';
import type { NestedNode, Operation, Place } from '../engine/document.ts';
import type { EngineRefusal } from '../engine/engine.ts';

import { withFreshIds } from './ids.ts';
import type { PageSession } from './page-session.ts';
import { nextSibling, ownerOf, placeNearSelection } from './places.ts';
import { inPageOrder } from './selected-nodes.ts';

const recentComponents = 12; // that are remembered

// A new node of a component, with what its definition says it starts with.
export function newNode(session: PageSession, component: string): NestedNode {
  const initial = session.library.find(component)?.initial;
  const seed: InitialNode = { component };
  if (initial?.props) seed.props = initial.props;
  if (initial?.children) seed.children = initial.children;
  return withFreshIds(seed);
}

// In the order given, all at one place; they are selected then.
export function insertNodes(session: PageSession, nodes: readonly NestedNode[], place: Place, verb = 'Add'): EngineRefusal | null {
  const operations: Operation[] = nodes.map((node) => ({ type: 'insert_node', place, node }));
  const label = labelOfAll(session, nodes.map(({ component }) => component));
  const ids = nodes.map(({ id }) => id);
  const refusal = session.apply(`${verb} ${label}`, operations, { select: ids });
  return announced(session, refusal, () => `${label} ${verb === 'Paste' ? 'pasted' : 'added'}: ${whereItStands(session, ids)}.`);
}

export function insertNode(session: PageSession, node: NestedNode, place: Place, verb = 'Add'): EngineRefusal | null {
  return insertNodes(session, [node], place, verb);
}

export function insertComponent(session: PageSession, component: string, place?: Place): EngineRefusal | null {
  const refusal = insertNode(session, newNode(session, component), place ?? placeNearSelection(session, [component]));
  if (!refusal) rememberUse('recent-components', component, recentComponents);
  return refusal;
}

export function removeNodes(session: PageSession, ids: readonly string[], verb = 'Delete'): EngineRefusal | null {
  const removed = inPageOrder(session.tree, ids);
  const label = labelOfNodes(session, removed);
  const refusal = session.apply(`${verb} ${label}`, removed.map((id) => ({ type: 'remove_node', id })));
  return announced(session, refusal, () => `${label} ${verb === 'Cut' ? 'cut' : 'deleted'}.`);
}

export function removeNode(session: PageSession, id: string, verb = 'Delete'): EngineRefusal | null {
  return removeNodes(session, [id], verb);
}

// The copies stand together after the last of the originals that are siblings.
export function duplicateNodes(session: PageSession, ids: readonly string[]): EngineRefusal | null {
  const originals = inPageOrder(session.tree, ids);
  const slotOf = (id: string) => JSON.stringify([session.tree.node(id)?.parent, session.tree.node(id)?.slot]);
  const lastIn = new Map(originals.map((id) => [slotOf(id), id]));
  const operations: Operation[] = [];
  const copies: string[] = [];
  for (const id of originals) {
    const node = session.tree.subtree(id);
    const original = session.tree.node(id);
    if (!node || !original) continue;
    const copy = withFreshIds(node);
    const place = { parent: original.parent, slot: original.slot, before: nextSibling(session.tree, lastIn.get(slotOf(id)) ?? id) };
    operations.push({ type: 'insert_node', place, node: copy });
    copies.push(copy.id);
  }
  const label = labelOfNodes(session, originals);
  const refusal = session.apply(`Duplicate ${label}`, operations, { select: copies });
  return announced(session, refusal, () => `${label} duplicated: ${whereItStands(session, copies)}.`);
}

export function duplicateNode(session: PageSession, id: string): EngineRefusal | null {
  return duplicateNodes(session, [id]);
}

// They keep their order. Nothing is done, and nothing is to be undone, where they stand there already.
export function moveNodes(session: PageSession, ids: readonly string[], place: Place): EngineRefusal | null {
  const moved = inPageOrder(session.tree, ids);
  const target = { ...place, before: anchorWithout(session, moved, place) };
  if (moved.length === 0 || standThere(session, moved, target)) return null;
  const operations: Operation[] = moved.map((id) => ({ type: 'move_node', id, place: target }));
  const selected = session.state.get().selected;
  const keepsSelection = selected.length === moved.length && selected.every((id) => moved.includes(id));
  const label = labelOfNodes(session, moved);
  const refusal = session.apply(`Move ${label}`, operations, { select: keepsSelection ? selected : moved });
  return announced(session, refusal, () => `${label} moved: ${whereItStands(session, moved)}.`);
}

export function moveNode(session: PageSession, id: string, place: Place): EngineRefusal | null {
  return moveNodes(session, [id], place);
}

// The node before which they go, if it is one of themselves: the next one that stays.
function anchorWithout(session: PageSession, moved: readonly string[], { before = null }: Place): string | null {
  if (before === null || !moved.includes(before)) return before;
  const going = new Set(moved);
  const siblings = session.tree.siblings(before);
  return siblings.slice(siblings.indexOf(before)).find((id) => !going.has(id)) ?? null;
}

function standThere(session: PageSession, moved: readonly string[], { parent, slot, before = null }: Place): boolean {
  const siblings = session.tree.children(parent ?? '')[slot] ?? [];
  const start = siblings.indexOf(moved[0] ?? '');
  if (start === -1 || moved.some((id, index) => siblings[start + index] !== id)) return false;
  return (siblings[start + moved.length] ?? null) === before;
}

function announced(session: PageSession, refusal: EngineRefusal | null, text: () => string): EngineRefusal | null {
  if (!refusal) session.announcements.emit(text());
  return refusal;
}

// "2 of 5 in Grid", or of several "2 to 4 of 5 on the page".
function whereItStands({ tree, library }: PageSession, ids: readonly string[]): string {
  const [first = ''] = ids;
  const siblings = tree.siblings(first);
  const position = siblings.indexOf(first) + 1;
  const owner = ownerOf(tree, first);
  const positions = ids.length === 1 ? String(position) : `${String(position)} to ${String(position + ids.length - 1)}`;
  return `${positions} of ${String(siblings.length)} ${owner === null ? 'on the page' : `in ${library.labelOf(owner)}`}`;
}

export function labelOfNode(session: PageSession, id: string): string {
  const node = session.tree.node(id);
  return node ? session.library.labelOf(node.component) : 'component';
}

export function labelOfNodes(session: PageSession, ids: readonly string[]): string {
  return labelOfAll(session, ids.map((id) => session.tree.node(id)?.component ?? ''));
}

// "Card", or "3 components".
function labelOfAll(session: PageSession, components: readonly string[]): string {
  const [first] = components;
  if (components.length > 1) return `${String(components.length)} components`;
  return first === undefined ? 'component' : session.library.labelOf(first);
}

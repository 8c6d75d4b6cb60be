// Putting a container around nodes, and taking it away again.
import type { ComponentDefinition } from '../engine/component.ts';
import type { NestedNode, Operation } from '../engine/document.ts';
import { EngineRefusal } from '../engine/engine.ts';

import { labelOfNode, labelOfNodes } from './commands.ts';
import { freshId } from './ids.ts';
import type { PageSession } from './page-session.ts';
import { ownerOf } from './places.ts';
import { inPageOrder } from './selected-nodes.ts';

// The offered components that may stand where the first of these nodes stands, and that take all of them.
export function wrappersFor(session: PageSession, ids: readonly string[]): ComponentDefinition[] {
  const offered = session.library.byCategory().flatMap(({ definitions }) => definitions);
  return offered.filter(({ name }) => slotAround(session, inPageOrder(session.tree, ids), name) !== null);
}

// The slot of a new container in which the nodes would stand; null where it can't be put around them.
function slotAround({ tree, library }: PageSession, ids: readonly string[], container: string): string | null {
  const [first] = ids;
  const node = tree.node(first ?? '');
  if (first === undefined || !node) return null;
  const going = new Set(ids);
  const beside = tree.siblings(first).filter((id) => !going.has(id));
  if (library.refusal(container, ownerOf(tree, first), node.slot, beside.length) !== null) return null;
  const components = ids.map((id) => tree.node(id)?.component ?? '');
  return library.slotsOf(container).find(([slot]) => library.refusalOfAll(components, container, slot, 0) === null)?.[0] ?? null;
}

export function wrapNodes(session: PageSession, ids: readonly string[], container: string): EngineRefusal | null {
  const { tree, library } = session;
  const wrapped = inPageOrder(tree, ids);
  const slot = slotAround(session, wrapped, container);
  const first = tree.node(wrapped[0] ?? '');
  const label = labelOfNodes(session, wrapped);
  if (!first || slot === null) return new EngineRefusal('no_place', `${library.labelOf(container)} can’t go around ${label} here.`, '');
  const props = library.find(container)?.initial?.props;
  const node: NestedNode = { id: freshId(), component: container, ...(props ? { props } : {}) };
  const operations: Operation[] = [
    { type: 'insert_node', place: { parent: first.parent, slot: first.slot, before: first.id }, node },
    ...wrapped.map((id): Operation => ({ type: 'move_node', id, place: { parent: node.id, slot, before: null } })),
  ];
  const refusal = session.apply(`Wrap ${label} in ${library.labelOf(container)}`, operations, { select: node.id });
  if (!refusal) session.announcements.emit(`${label} wrapped in ${library.labelOf(container)}.`);
  return refusal;
}

export function holdsNodes({ tree }: PageSession, id: string): boolean {
  return Object.values(tree.children(id)).some((children) => children.length > 0);
}

// What the containers hold takes their place.
export function unwrapNodes(session: PageSession, ids: readonly string[]): EngineRefusal | null {
  const { tree } = session;
  const containers = inPageOrder(tree, ids).filter((id) => holdsNodes(session, id));
  const operations: Operation[] = [];
  const freed: string[] = [];
  for (const id of containers) {
    const node = tree.node(id);
    if (!node) continue;
    for (const child of Object.values(tree.children(id)).flat()) {
      operations.push({ type: 'move_node', id: child, place: { parent: node.parent, slot: node.slot, before: id } });
      freed.push(child);
    }
    operations.push({ type: 'remove_node', id });
  }
  if (operations.length === 0) return null;
  const label = containers.length === 1 ? labelOfNode(session, containers[0] ?? '') : labelOfNodes(session, containers);
  const refusal = session.apply(`Unwrap ${label}`, operations, { select: freed });
  if (!refusal) session.announcements.emit(`${label} unwrapped.`);
  return refusal;
}

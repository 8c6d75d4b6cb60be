// Moving the selected nodes without a pointer: what every drag can do, by keys and menus.
import type { Place } from '../engine/document.ts';
import { EngineRefusal } from '../engine/engine.ts';

import { labelOfNode, labelOfNodes, moveNodes } from './commands.ts';
import type { PageSession } from './page-session.ts';
import { nextSibling, ownerOf, placeInside } from './places.ts';
import { inPageOrder } from './selected-nodes.ts';
import { tellingWords } from './telling-words.ts';

// The selected nodes in their order, where they are siblings in one slot.
function selectedSiblings(session: PageSession): readonly string[] | null {
  const { tree, state } = session;
  const ids = inPageOrder(tree, state.get().selected);
  const first = tree.node(ids[0] ?? '');
  return first && ids.every((id) => tree.node(id)?.parent === first.parent && tree.node(id)?.slot === first.slot) ? ids : null;
}

function refuse(message: string): EngineRefusal {
  return new EngineRefusal('no_place', message, '');
}

const apart = () => refuse('The selected components stand in different places. Select some that stand beside one another.');

// One step up (-1) or down (1) among their siblings; several come together.
export function moveAmongSiblings(session: PageSession, step: -1 | 1): EngineRefusal | null {
  const ids = selectedSiblings(session);
  const node = session.tree.node(ids?.[0] ?? '');
  if (!ids || !node) return apart();
  const going = new Set(ids);
  const siblings = session.tree.siblings(ids[0] ?? '');
  const edge = siblings.indexOf((step === -1 ? ids[0] : ids.at(-1)) ?? '');
  const passed = step === -1 ? siblings.slice(0, edge).findLast((id) => !going.has(id)) : siblings.slice(edge + 1).find((id) => !going.has(id));
  if (passed === undefined) {
    return refuse(`${labelOfNodes(session, ids)} can’t move ${step === -1 ? 'up: nothing stands before it' : 'down: nothing stands after it'} here.`);
  }
  return moveNodes(session, ids, { parent: node.parent, slot: node.slot, before: step === -1 ? passed : nextSibling(session.tree, passed) });
}

// To the place after their parent, or after the nearest ancestor beside which they may stand.
export function moveOut(session: PageSession): EngineRefusal | null {
  const { tree, library } = session;
  const ids = selectedSiblings(session);
  if (!ids) return apart();
  const components = ids.map((id) => tree.node(id)?.component ?? '');
  const ancestors = tree.ancestors(ids[0] ?? '');
  for (const id of ancestors) {
    const ancestor = tree.node(id);
    if (!ancestor || library.refusalOfAll(components, ownerOf(tree, id), ancestor.slot, tree.siblings(id).length) !== null) continue;
    return moveNodes(session, ids, { parent: ancestor.parent, slot: ancestor.slot, before: nextSibling(tree, id) });
  }
  return refuse(`${labelOfNodes(session, ids)} stands on the page itself already.`);
}

// Into the nearest sibling before (-1) or after (1) them that takes them: at its end, or at its beginning.
export function moveIntoSibling(session: PageSession, step: -1 | 1): EngineRefusal | null {
  const { tree } = session;
  const ids = selectedSiblings(session);
  if (!ids) return apart();
  const siblings = tree.siblings(ids[0] ?? '');
  const candidates = step === -1 ? siblings.slice(0, siblings.indexOf(ids[0] ?? '')).reverse() : siblings.slice(siblings.indexOf(ids.at(-1) ?? '') + 1);
  const components = ids.map((id) => tree.node(id)?.component ?? '');
  for (const id of candidates) {
    const place = placeInside(session, id, components);
    if (!place) continue;
    const first = tree.children(id)[place.slot]?.[0] ?? null;
    return moveNodes(session, ids, step === -1 ? place : { ...place, before: first });
  }
  return refuse(`Nothing ${step === -1 ? 'before' : 'after'} ${labelOfNodes(session, ids)} takes it.`);
}

// A container that the selected nodes may go to.
export interface Destination {
  place: Place;
  label: string;
  words: string; // by which one knows it from others of its kind; may be empty
  path: string; // its ancestors from the page on
  id: string | null; // null: the page itself
}

// Every slot of the page that takes all of these nodes, from top to bottom.
export function destinationsFor(session: PageSession, ids: readonly string[]): Destination[] {
  const { tree, library } = session;
  const going = new Set(ids);
  const components = ids.map((id) => tree.node(id)?.component ?? '');
  const found: Destination[] = [{ id: null, label: 'The page', words: '', path: '', place: { parent: null, slot: 'components', before: null } }];
  const visit = (children: readonly string[], path: string) => {
    for (const id of children) {
      const node = tree.node(id);
      if (!node || going.has(id)) continue;
      const label = labelOfNode(session, id);
      const slots = library.slotsOf(node.component);
      for (const [slot, definition] of slots) {
        const others = (tree.children(id)[slot] ?? []).filter((child) => !going.has(child));
        if (library.refusalOfAll(components, node.component, slot, others.length) !== null) continue;
        const name = slots.length > 1 ? `${label}: ${definition.display_name ?? slot}` : label;
        found.push({ id, label: name, words: node.settings?.name ?? tellingWords(node.props), path, place: { parent: id, slot, before: null } });
      }
      visit(Object.values(tree.children(id)).flat(), path === '' ? label : `${path} › ${label}`);
    }
  };
  visit(tree.rootChildren(), '');
  return found;
}

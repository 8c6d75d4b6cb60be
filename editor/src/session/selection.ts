// Moving the selection through the tree with the keyboard.
import type { PageSession } from './page-session.ts';
import { toggled } from './selected-nodes.ts';

export function selectParent(session: PageSession): void {
  const { selection } = session.state.get();
  if (selection !== null) session.select(session.tree.node(selection)?.parent ?? null);
}

export function selectFirstChild(session: PageSession): void {
  const { selection } = session.state.get();
  const child = selection === null ? session.tree.rootChildren()[0] : allChildren(session, selection)[0];
  if (child !== undefined) session.select(child);
}

export function selectSibling(session: PageSession, step: -1 | 1): void {
  const { selection } = session.state.get();
  if (selection === null) return selectFirstChild(session);
  const siblings = siblingsAcrossSlots(session, selection);
  const target = siblings[siblings.indexOf(selection) + step];
  if (target !== undefined) session.select(target);
}

// All that stand beside the selected node, itself the last; where nothing is selected, what stands on the page itself.
export function selectSiblings(session: PageSession): void {
  const { selection } = session.state.get();
  if (selection === null) return session.selectAll(session.tree.rootChildren());
  const siblings = siblingsAcrossSlots(session, selection);
  session.selectAll([...siblings.filter((id) => id !== selection), selection]);
}

// Takes one more node into the selection, or out of it.
export function toggleSelected(session: PageSession, id: string): void {
  session.selectAll(toggled(session.tree, session.state.get().selected, id));
}

// Across the slots of the parent: for the author they are one row of things.
function siblingsAcrossSlots(session: PageSession, id: string): readonly string[] {
  const parent = session.tree.node(id)?.parent ?? null;
  return parent === null ? session.tree.rootChildren() : allChildren(session, parent);
}

function allChildren(session: PageSession, id: string): readonly string[] {
  return Object.values(session.tree.children(id)).flat();
}

// Moving the selection through the tree with the keyboard.
import type { PageSession } from './page-session.ts';

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
  const node = session.tree.node(selection);
  if (!node) return;
  // Across the slots of the parent: for the author they are one row of things.
  const siblings = node.parent === null ? session.tree.rootChildren() : allChildren(session, node.parent);
  const target = siblings[siblings.indexOf(selection) + step];
  if (target !== undefined) session.select(target);
}

function allChildren(session: PageSession, id: string): readonly string[] {
  return Object.values(session.tree.children(id)).flat();
}

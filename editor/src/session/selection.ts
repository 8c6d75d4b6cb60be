// Moving the selection through the tree with the keyboard, and putting several nodes together.
import { labelOfNodes } from './commands.ts';
import type { EditorState } from './editor-state.ts';
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
  selectAndTell(session, toggled(session.tree, session.state.get().selected, id));
}

// Selects what was pressed. Where several are selected, or may be, it says what has become of them.
export function selectAndTell(session: PageSession, ids: readonly string[], selectedFrom: EditorState['selectedFrom'] = 'editor'): void {
  const { selected: before, selectsSeveral } = session.state.get();
  session.selectAll(ids, selectedFrom);
  const { selected } = session.state.get();
  if (selected === before || (before.length < 2 && selected.length < 2 && !selectsSeveral)) return;
  session.announcements.emit(`${whatChanged(session, before, selected)}.`);
}

export function toggleSelectsSeveral(session: PageSession): void {
  const selectsSeveral = !session.state.get().selectsSeveral;
  session.state.update({ selectsSeveral });
  session.announcements.emit(selectsSeveral ? 'A tap takes one more into the selection, or out of it.' : 'A tap selects one alone again.');
}

// "Card added: 3 selected", "Card taken out: 2 selected", "Card selected".
function whatChanged(session: PageSession, before: readonly string[], selected: readonly string[]): string {
  const [only] = selected;
  if (only === undefined) return 'Nothing selected';
  const named = (ids: readonly string[]) => (ids.length === 1 ? session.nameOf(ids[0] ?? '') : labelOfNodes(session, ids));
  const added = selected.filter((id) => !before.includes(id));
  const count = `${String(selected.length)} selected`;
  if (added.length > 0 && selected.length > 1) return `${named(added)} added: ${count}`;
  const gone = before.filter((id) => !selected.includes(id));
  return added.length === 0 && gone.length === 1 ? `${named(gone)} taken out: ${count}` : `${named(selected)} selected`;
}

// Across the slots of the parent: for the author they are one row of things.
function siblingsAcrossSlots(session: PageSession, id: string): readonly string[] {
  const parent = session.tree.node(id)?.parent ?? null;
  return parent === null ? session.tree.rootChildren() : allChildren(session, parent);
}

function allChildren(session: PageSession, id: string): readonly string[] {
  return Object.values(session.tree.children(id)).flat();
}

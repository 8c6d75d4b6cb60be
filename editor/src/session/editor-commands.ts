// Everything an author can have done by a key, a menu or by its name: one table for shortcuts, context menus, the command palette and the help sheet.
import { nextZoom } from '../canvas/canvas-size.ts';
import { chordText, shortcutOf, type KeyCommand } from '../canvas/keys.ts';
import type { Breakpoint } from '../engine/document.ts';
import type { EngineRefusal } from '../engine/engine.ts';

import { moveAmongSiblings } from './arranging.ts';
import { copySelection, cutSelection, paste } from './clipboard.ts';
import { duplicateNodes, removeNodes } from './commands.ts';
import type { EditorRequest } from './editor-requests.ts';
import { areAll, setHidden, setLocked } from './node-settings.ts';
import type { PageSession } from './page-session.ts';
import { tellRefusal } from './refusals.ts';
import { selectFirstChild, selectParent, selectSibling, selectSiblings } from './selection.ts';

export type CommandId = KeyCommand | 'paste';

export type CommandGroup = 'Edit' | 'Arrange' | 'Select' | 'View' | 'Help';

export interface EditorCommand {
  readonly id: CommandId;
  readonly label: string;
  // The keys that do the same, as people on this computer read them.
  readonly shortcut: string | null;
  readonly group: CommandGroup;
  readonly isEnabled: (session: PageSession) => boolean;
  // Does it; what the engine refuses is told by the session's notices.
  readonly run: (session: PageSession) => void;
}

const always = () => true;
const hasSelection = (session: PageSession) => session.state.get().selection !== null;
const canEdit = (session: PageSession) => session.state.get().canEdit;
const canChangeSelection = (session: PageSession) => canEdit(session) && hasSelection(session);

// A command that changes the selected nodes.
function onSelection(change: (session: PageSession, ids: readonly string[]) => EngineRefusal | null): EditorCommand['run'] {
  return (session) => tellRefusal(session, change(session, session.state.get().selected));
}

function zoom(steps: number): EditorCommand['run'] {
  return ({ state }) => state.update({ zoom: nextZoom(state.get().scale, steps) });
}

function show(breakpoint: Breakpoint): EditorCommand['run'] {
  return ({ state }) => state.update({ breakpoint });
}

// What another part of the screen does.
function ask(request: EditorRequest): EditorCommand['run'] {
  return ({ requests }) => requests.emit(request);
}

function command(id: KeyCommand, group: CommandGroup, label: string, isEnabled: EditorCommand['isEnabled'], run: EditorCommand['run']): EditorCommand {
  return { id, label, shortcut: shortcutOf(id), group, isEnabled, run };
}

export const editorCommands: readonly EditorCommand[] = [
  command('undo', 'Edit', 'Undo', ({ state }) => state.get().undoLabel !== null, (session) => session.undo()),
  command('redo', 'Edit', 'Redo', ({ state }) => state.get().redoLabel !== null, (session) => session.redo()),
  command('copy', 'Edit', 'Copy', hasSelection, (session) => writeClipboard(copySelection(session))),
  command('cut', 'Edit', 'Cut', canChangeSelection, cut),
  { id: 'paste', label: 'Paste', shortcut: chordText('Mod+V'), group: 'Edit', isEnabled: canEdit, run: (session) => void pasteFromClipboard(session) },
  command('duplicate', 'Edit', 'Duplicate', canChangeSelection, onSelection(duplicateNodes)),
  command('delete', 'Edit', 'Delete', canChangeSelection, onSelection((session, ids) => removeNodes(session, ids))),
  command('enter', 'Edit', 'Edit the text, or select the first inside', hasSelection, enter),
  command('rename', 'Edit', 'Rename', canChangeSelection, ({ state }) => state.update({ renaming: state.get().selection })),
  command('hide', 'Edit', 'Hide or show', canChangeSelection, onSelection((session, ids) => setHidden(session, ids, !areAll(session, ids, 'hidden')))),
  command('lock', 'Edit', 'Lock or unlock', canChangeSelection, onSelection((session, ids) => setLocked(session, ids, !areAll(session, ids, 'locked')))),
  command('comment', 'Edit', 'Comment', always, ({ commenting }) => commenting.compose()),
  command('move-up', 'Arrange', 'Move up', canChangeSelection, onSelection((session) => moveAmongSiblings(session, -1))),
  command('move-down', 'Arrange', 'Move down', canChangeSelection, onSelection((session) => moveAmongSiblings(session, 1))),
  command('select-all', 'Select', 'Select all beside it', always, selectSiblings),
  command('select-parent', 'Select', 'Select the parent', hasSelection, selectParent),
  command('select-first-child', 'Select', 'Select the first inside', always, selectFirstChild),
  command('select-previous', 'Select', 'Select the previous', always, (session) => selectSibling(session, -1)),
  command('select-next', 'Select', 'Select the next', always, (session) => selectSibling(session, 1)),
  command('breakpoint-base', 'View', 'Show as on a desktop', always, show('base')),
  command('breakpoint-tablet', 'View', 'Show as on a tablet', always, show('tablet')),
  command('breakpoint-mobile', 'View', 'Show as on a phone', always, show('mobile')),
  command('zoom-in', 'View', 'Zoom in', always, zoom(1)),
  command('zoom-out', 'View', 'Zoom out', always, zoom(-1)),
  command('zoom-fit', 'View', 'Fit the page into the window', always, ({ state }) => state.update({ zoom: 'fit' })),
  command('search-components', 'Help', 'Search components', ({ state }) => state.get().canEdit && state.get().mode === 'edit', ask('search-components')),
  command('command-palette', 'Help', 'Find a command', always, ask('command-palette')),
  command('help', 'Help', 'Keyboard shortcuts', always, ask('help')),
];

const byId = new Map(editorCommands.map((entry) => [entry.id, entry]));

export function editorCommand(id: CommandId): EditorCommand {
  return byId.get(id) as EditorCommand;
}

// Does what a key asks for, where it can be done now.
export function runCommand(session: PageSession, id: CommandId): void {
  const entry = editorCommand(id);
  if (entry.isEnabled(session)) entry.run(session);
}

// What the author has put onto the clipboard: `text`, or null where it can't be read.
export function pasteText(session: PageSession, text: string | null): void {
  tellRefusal(session, paste(session, text === '' ? null : text));
}

async function pasteFromClipboard(session: PageSession): Promise<void> {
  const text = 'clipboard' in navigator ? await navigator.clipboard.readText().catch(() => null) : null;
  pasteText(session, text);
}

// A container is entered; anything else has its text edited.
function enter(session: PageSession): void {
  const { selection } = session.state.get();
  if (selection === null) return selectFirstChild(session);
  const hasChildren = Object.values(session.tree.children(selection)).some((children) => children.length > 0);
  if (hasChildren) selectFirstChild(session);
  else session.editText(selection);
}

function cut(session: PageSession): void {
  const { text, refusal } = cutSelection(session);
  writeClipboard(text);
  tellRefusal(session, refusal);
}

function writeClipboard(text: string | null): void {
  // Refused while the canvas has the focus; what was copied is kept in the browser's storage as well.
  if (text !== null && 'clipboard' in navigator) navigator.clipboard.writeText(text).catch(() => undefined);
}

// Everything an author can have done by a key, a menu or by its name: one table for shortcuts, context menus, the command palette and the help sheet.
import { nextZoom } from '../canvas/canvas-size.ts';
import { chordText, shortcutOf, type KeyCommand } from '../canvas/keys.ts';
import type { Breakpoint } from '../engine/document.ts';
import type { EngineRefusal } from '../engine/engine.ts';

import { moveAmongSiblings, moveIntoSibling, moveOut } from './arranging.ts';
import { copySelection, cutSelection, paste, writeClipboard } from './clipboard.ts';
import { duplicateNodes, labelOfNodes, removeNodes } from './commands.ts';
import { copiedStyle, copyStyle, pasteStyle } from './copied-style.ts';
import type { EditorRequest } from './editor-requests.ts';
import { canStep, type EditorQuestion } from './editor-state.ts';
import { areAll, setHidden, setLocked } from './node-settings.ts';
import type { PageSession } from './page-session.ts';
import type { PastedContent } from './pasted-content.ts';
import { tellRefusal } from './refusals.ts';
import { selectFirstChild, selectParent, selectSibling, selectSiblings, toggleSelectsSeveral } from './selection.ts';
import { holdsNodes, unwrapNodes } from './wrapping.ts';

export type CommandId = KeyCommand | 'paste' | 'convert' | 'select-several';

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
// In the preview nothing is selected, as it would not be to be seen, nor changed but by undo and redo.
const isEdited = (session: PageSession) => session.state.get().mode === 'edit';
const hasSelection = (session: PageSession) => isEdited(session) && session.state.get().selection !== null;
const canEdit = (session: PageSession) => isEdited(session) && session.state.get().canEdit;
const canConvert = (session: PageSession) => canEdit(session) && session.state.get().selected.length === 1;
const canChangeSelection = (session: PageSession) => canEdit(session) && hasSelection(session);

// A command that changes the selected nodes.
function onSelection(change: (session: PageSession, ids: readonly string[]) => EngineRefusal | null): EditorCommand['run'] {
  return (session) => tellRefusal(session, change(session, session.state.get().selected));
}

function ask(question: EditorQuestion): EditorCommand['run'] {
  return (session) => session.question.set(question);
}

function canUnwrap(session: PageSession): boolean {
  return canEdit(session) && session.state.get().selected.some((id) => holdsNodes(session, id));
}

function stepThrough(direction: 'undo' | 'redo'): EditorCommand['run'] {
  return (session) => {
    const label = session.state.get()[`${direction}Label`];
    session[direction]();
    session.announcements.emit(`${direction === 'undo' ? 'Undone' : 'Redone'}: ${label ?? ''}.`);
  };
}

function zoom(steps: number): EditorCommand['run'] {
  return ({ state }) => state.update({ zoom: nextZoom(state.get().scale, steps) });
}

function show(breakpoint: Breakpoint): EditorCommand['run'] {
  return ({ state }) => state.update({ breakpoint });
}

// What another part of the screen does.
function request(wanted: EditorRequest): EditorCommand['run'] {
  return ({ requests }) => requests.emit(wanted);
}

function command(id: KeyCommand, group: CommandGroup, label: string, isEnabled: EditorCommand['isEnabled'], run: EditorCommand['run']): EditorCommand {
  return { id, label, shortcut: shortcutOf(id), group, isEnabled, run };
}

export const editorCommands: readonly EditorCommand[] = [
  command('undo', 'Edit', 'Undo', ({ state }) => canStep(state.get(), 'undo'), stepThrough('undo')),
  command('redo', 'Edit', 'Redo', ({ state }) => canStep(state.get(), 'redo'), stepThrough('redo')),
  command('copy', 'Edit', 'Copy', hasSelection, copy),
  command('cut', 'Edit', 'Cut', canChangeSelection, cut),
  { id: 'paste', label: 'Paste', shortcut: chordText('Mod+V'), group: 'Edit', isEnabled: canEdit, run: (session) => void pasteFromClipboard(session) },
  command('duplicate', 'Edit', 'Duplicate', canChangeSelection, onSelection(duplicateNodes)),
  command('delete', 'Edit', 'Delete', canChangeSelection, onSelection((session, ids) => removeNodes(session, ids))),
  command('copy-style', 'Edit', 'Copy style', hasSelection, copyStyle),
  command('paste-style', 'Edit', 'Paste style', (session) => canChangeSelection(session) && copiedStyle() !== null, onSelection(pasteStyle)),
  command('enter', 'Edit', 'Edit the text, or select the first inside', hasSelection, enter),
  command('rename', 'Edit', 'Rename', canChangeSelection, ({ state }) => state.update({ renaming: state.get().selection })),
  command('hide', 'Edit', 'Hide or show', canChangeSelection, onSelection((session, ids) => setHidden(session, ids, !areAll(session, ids, 'hidden')))),
  command('lock', 'Edit', 'Lock or unlock', canChangeSelection, onSelection((session, ids) => setLocked(session, ids, !areAll(session, ids, 'locked')))),
  command('comment', 'Edit', 'Comment', always, ({ commenting }) => commenting.compose()),
  command('move-up', 'Arrange', 'Move up', canChangeSelection, onSelection((session) => moveAmongSiblings(session, -1))),
  command('move-down', 'Arrange', 'Move down', canChangeSelection, onSelection((session) => moveAmongSiblings(session, 1))),
  command('move-out', 'Arrange', 'Move out, after what holds it', canChangeSelection, onSelection(moveOut)),
  command('move-into-previous', 'Arrange', 'Move into the one before', canChangeSelection, onSelection((session) => moveIntoSibling(session, -1))),
  command('move-into-next', 'Arrange', 'Move into the one after', canChangeSelection, onSelection((session) => moveIntoSibling(session, 1))),
  command('move-to', 'Arrange', 'Move to…', canChangeSelection, ask('move-to')),
  command('wrap', 'Arrange', 'Wrap in…', canChangeSelection, ask('wrap')),
  command('unwrap', 'Arrange', 'Unwrap', canUnwrap, onSelection(unwrapNodes)),
  { id: 'convert', label: 'Convert to…', shortcut: null, group: 'Arrange', isEnabled: canConvert, run: ask('convert') },
  command('open-menu', 'Select', 'Open the menu of the selection', hasSelection, (session) => session.menuRequests.emit(undefined)),
  command('select-all', 'Select', 'Select all beside it', isEdited, selectSiblings),
  { id: 'select-several', label: 'Select several', shortcut: null, group: 'Select', isEnabled: hasSelection, run: toggleSelectsSeveral },
  command('select-parent', 'Select', 'Select the parent', hasSelection, selectParent),
  command('select-first-child', 'Select', 'Select the first inside', isEdited, selectFirstChild),
  command('select-previous', 'Select', 'Select the previous', isEdited, (session) => selectSibling(session, -1)),
  command('select-next', 'Select', 'Select the next', isEdited, (session) => selectSibling(session, 1)),
  command('breakpoint-base', 'View', 'Show as on a desktop', always, show('base')),
  command('breakpoint-tablet', 'View', 'Show as on a tablet', always, show('tablet')),
  command('breakpoint-mobile', 'View', 'Show as on a phone', always, show('mobile')),
  command('zoom-in', 'View', 'Zoom in', always, zoom(1)),
  command('zoom-out', 'View', 'Zoom out', always, zoom(-1)),
  command('zoom-fit', 'View', 'Fit the page into the window', always, ({ state }) => state.update({ zoom: 'fit' })),
  command('search-components', 'Help', 'Search components', canEdit, request('search-components')),
  command('command-palette', 'Help', 'Find a command', always, request('command-palette')),
  command('help', 'Help', 'Keyboard shortcuts', always, request('help')),
];

const byId = new Map(editorCommands.map((entry) => [entry.id, entry]));

export function editorCommand(id: CommandId): EditorCommand {
  return byId.get(id) as EditorCommand;
}

// A key that was on its way from the canvas when a question was asked: its answer comes first.
const isAsked = ({ question }: PageSession) => question.get() !== null;

// Does what a key asks for, where it can be done now.
export function runCommand(session: PageSession, id: CommandId): void {
  const entry = editorCommand(id);
  if (!isAsked(session) && entry.isEnabled(session)) entry.run(session);
}

export function pasteContent(session: PageSession, content: PastedContent): void {
  if (!isAsked(session) && isEdited(session)) tellRefusal(session, paste(session, content));
}

async function pasteFromClipboard(session: PageSession): Promise<void> {
  pasteContent(session, await readClipboard());
}

// Empty where the browser does not let it be read; then what was last copied in this browser is pasted.
async function readClipboard(): Promise<PastedContent> {
  const content = { own: '', html: '', text: '' };
  if (!('clipboard' in navigator)) return content;
  try {
    for (const item of await navigator.clipboard.read()) {
      const of = async (type: string) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
      content.html ||= await of('text/html');
      content.text ||= await of('text/plain');
    }
  } catch {
    // Refused, or there is nothing on it.
  }
  return content;
}

// A container is entered; anything else has its text edited.
function enter(session: PageSession): void {
  const { selection } = session.state.get();
  if (selection === null) return selectFirstChild(session);
  const hasChildren = Object.values(session.tree.children(selection)).some((children) => children.length > 0);
  if (hasChildren) selectFirstChild(session);
  else session.editText(selection);
}

function copy(session: PageSession): void {
  const text = copySelection(session);
  if (text === null) return;
  writeClipboard(text);
  session.announcements.emit(`${labelOfNodes(session, session.state.get().selected)} copied.`);
}

function cut(session: PageSession): void {
  const { text, refusal } = cutSelection(session);
  if (text !== null) writeClipboard(text);
  tellRefusal(session, refusal);
}

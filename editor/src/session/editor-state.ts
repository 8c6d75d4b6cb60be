import type { Breakpoint } from '../engine/document.ts';

export type EditorMode = 'edit' | 'preview';

// 'fit' shrinks the page to the room there is; a number is a factor.
export type Zoom = number | 'fit';

// Where the author's changes are. `changes` counts those that the server has not acknowledged; until then they are kept in the browser, or,
// where that keeps nothing (`onlyHere`), in this tab.
export type SaveState = { kind: 'saved' } | { kind: 'saving' | Hindrance; changes: number; onlyHere?: true };

// Why nothing is stored: no network, nobody signed in, a server that can't store anything, a page that is no more, or may not be changed any more.
export type Hindrance = 'offline' | 'signed-out' | 'server-full' | 'lost-page' | 'view-only';

// What a command may have to know before it can do its work.
export type EditorQuestion = 'move-to' | 'wrap' | 'convert';

// In the window's pixels.
export interface MenuPoint {
  x: number;
  y: number;
}

export interface SessionFailure {
  reason: 'not-allowed' | 'no-such-page' | 'engine';
  message: string;
}

export interface EditorState {
  status: 'loading' | 'ready' | 'failed';
  failure: SessionFailure | null;
  // All selected nodes, the one chosen last at the end; none of them stands inside of another.
  selected: readonly string[];
  selection: string | null; // the last of them, which the panels show
  selectsSeveral: boolean; // a tap takes one more node into the selection, or out of it
  selectedFrom: 'canvas' | 'editor'; // the canvas scrolls to what was selected elsewhere
  hovered: string | null;
  renaming: string | null; // the node whose name is being written in the layers
  breakpoint: Breakpoint;
  mode: EditorMode;
  zoom: Zoom;
  scale: number; // what the canvas shows at the moment, whatever zoom says
  undoLabel: string | null;
  redoLabel: string | null;
  saveState: SaveState;
  canEdit: boolean;
  libraryId: string; // of the components that the page is built of
}

export const nothingSelected: Pick<EditorState, 'selected' | 'selection' | 'selectsSeveral'> = { selected: [], selection: null, selectsSeveral: false };

export const initialState: EditorState = {
  status: 'loading',
  failure: null,
  ...nothingSelected,
  selectedFrom: 'editor',
  hovered: null,
  renaming: null,
  breakpoint: 'base',
  mode: 'edit',
  zoom: 'fit',
  scale: 1,
  undoLabel: null,
  redoLabel: null,
  saveState: { kind: 'saved' },
  canEdit: false,
  libraryId: '',
};

// The members of the state that say what is selected; the same list again where nothing is.
export function selectionOf(selected: readonly string[]): Pick<EditorState, 'selected' | 'selection'> {
  return selected.length === 0 ? nothingSelected : { selected, selection: selected.at(-1) ?? null };
}

// What `left` of the selection is once nodes have left the page; where it is what took their place, nobody chose it to add more to it.
export function selectionLeft(left: readonly string[], before: readonly string[]): Partial<EditorState> {
  return { ...selectionOf(left), ...(left.some((id) => before.includes(id)) ? {} : { selectsSeveral: false }) };
}

// Whether there is something to undo or redo, and a right to it.
export function canStep(state: EditorState, direction: 'undo' | 'redo'): boolean {
  return state.canEdit && state[`${direction}Label`] !== null;
}

// What stands in the toolbar.
export function saveStateText(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving…';
    default:
      return `${hindranceNames[state.kind]}${keptText(state)}`;
  }
}

const hindranceNames: Record<Hindrance, string> = { offline: 'Offline', 'signed-out': 'Signed out', 'server-full': 'Server full', 'lost-page': 'Deleted', 'view-only': 'View only' };

function keptText({ changes, onlyHere }: Exclude<SaveState, { kind: 'saved' }>): string {
  if (changes === 0) return '';
  return `, ${String(changes)} ${changes === 1 ? 'change' : 'changes'} ${onlyHere ? 'in this tab only' : 'kept'}`;
}

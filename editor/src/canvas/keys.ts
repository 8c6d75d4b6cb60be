// The keys that the editor answers to, in the shell and in the canvas alike.
import type { KeyPress } from './protocol.ts';

export type EditorCommand =
  | 'delete'
  | 'duplicate'
  | 'undo'
  | 'redo'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'select-parent'
  | 'enter'
  | 'select-previous'
  | 'select-next'
  | 'select-first-child'
  | 'move-up'
  | 'move-down'
  | 'breakpoint-base'
  | 'breakpoint-tablet'
  | 'breakpoint-mobile'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-fit';

const plain: Record<string, EditorCommand> = {
  Delete: 'delete',
  Backspace: 'delete',
  Escape: 'select-parent',
  Enter: 'enter',
  ArrowUp: 'select-previous',
  ArrowLeft: 'select-parent',
  ArrowDown: 'select-next',
  ArrowRight: 'select-first-child',
  '1': 'breakpoint-base',
  '2': 'breakpoint-tablet',
  '3': 'breakpoint-mobile',
};

const withCommand: Record<string, EditorCommand> = {
  d: 'duplicate',
  z: 'undo',
  y: 'redo',
  c: 'copy',
  x: 'cut',
  '=': 'zoom-in',
  '+': 'zoom-in',
  '-': 'zoom-out',
  '0': 'zoom-fit',
};

const withAlt: Record<string, EditorCommand> = {
  ArrowUp: 'move-up',
  ArrowLeft: 'move-up',
  ArrowDown: 'move-down',
  ArrowRight: 'move-down',
};

// Pasting has no entry: the browser's own paste event brings the text along.
export function commandOf(press: KeyPress): EditorCommand | null {
  const isCommand = press.ctrlKey || press.metaKey;
  if (isCommand && !press.altKey) {
    const key = press.key.toLowerCase();
    if (press.shiftKey) return key === 'z' ? 'redo' : null;
    return withCommand[key] ?? null;
  }
  if (press.altKey && !isCommand && !press.shiftKey) return withAlt[press.key] ?? null;
  return isCommand || press.altKey || press.shiftKey ? null : (plain[press.key] ?? null);
}

export function editorKey(event: KeyboardEvent): KeyPress | null {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const press = { key, code, ctrlKey, metaKey, shiftKey, altKey };
  return commandOf(press) ? press : null;
}

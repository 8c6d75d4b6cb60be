import { useEffect } from 'react';

import { pastedContent, type PastedContent } from '../../session/pasted-content.ts';
import { commandOf, editorKey, type KeyCommand } from '../../canvas/keys.ts';

interface Shortcuts {
  onCommand: (command: KeyCommand) => void;
  onPaste: (content: PastedContent) => void;
}

// Where keys mean something of their own: fields, open dialogs and menus, lists that are walked with the arrows.
const ownKeys = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"], [role="slider"]';
const ownArrows = 'button, a, [role="tree"], [role="tablist"], [role="group"], [role="radiogroup"], [role="toolbar"]';
const activators = ['Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

const ownAll = '[role="dialog"], [role="menu"]';

function belongsToControl(event: Event, key: string, command: KeyCommand | null = null): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  // Also while somebody writes into a field: no field has a use for this chord.
  if (command === 'command-palette') return target.closest(ownAll) !== null;
  if (target.closest(ownKeys)) return true;
  const isPlain = !(event instanceof KeyboardEvent) || !(event.altKey || event.ctrlKey || event.metaKey);
  return isPlain && activators.includes(key) && target.closest(ownArrows) !== null;
}

// The editor's keys while the focus is in the shell. Those pressed in the canvas come over its channel.
export function useShortcuts({ onCommand, onPaste }: Shortcuts): void {
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const press = editorKey(event);
      const command = press && commandOf(press);
      if (!command || event.defaultPrevented || belongsToControl(event, event.key, command)) return;
      // What is selected as text is copied as text.
      if ((command === 'copy' || command === 'cut') && getSelection()?.toString() !== '') return;
      event.preventDefault();
      onCommand(command);
    };
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || belongsToControl(event, 'v')) return;
      onPaste(pastedContent(event.clipboardData));
    };
    addEventListener('keydown', answer);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('keydown', answer);
      removeEventListener('paste', paste);
    };
  }, [onCommand, onPaste]);
}

import { useEffect } from 'react';
import { commandOf, editorKey } from '../../canvas/keys.ts';
import type { DesignDraft } from './design-draft.ts';

/** Undo and redo by key. In a field that is written in the keys are the field's. */
export function useDesignKeys(draft: DesignDraft, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent): void => {
      const key = editorKey(event);
      const command = key && commandOf(key);
      if (event.defaultPrevented || (command !== 'undo' && command !== 'redo')) return;
      const isTyping = event.target instanceof Element && event.target.closest('input:not([type="color"]), textarea, select, [contenteditable]') !== null;
      if (isTyping || document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      event.preventDefault();
      if (command === 'undo') draft.undo();
      else draft.redo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [draft, isOn]);
}

import { chordText, shortcutsOf } from '../canvas/keys.ts';
import type { ShortcutGroup } from '../features/help/shortcut-group.ts';
import { editorCommands } from '../session/editor-commands.ts';

/** The help sheet of the edit screen, made of the table of commands: what has a key stands in it. */
export const editorShortcuts: readonly ShortcutGroup[] = [...new Set(editorCommands.map(({ group }) => group))].map((name) => ({
  name,
  shortcuts: editorCommands
    .filter(({ group, shortcut }) => group === name && shortcut !== null)
    .map(({ id, label }) => ({ label, keys: id === 'paste' ? [chordText('Mod+V')] : shortcutsOf(id) })),
})).filter(({ shortcuts }) => shortcuts.length > 0);

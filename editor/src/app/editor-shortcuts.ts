import { isKeyCommand, shortcutsOf } from '../canvas/keys.ts';
import type { ShortcutGroup } from '../features/help/shortcut-group.ts';
import { editorCommands } from '../session/editor-commands.ts';

/** The help sheet of the edit screen, made of the table of commands: what has a key stands in it. */
export const editorShortcuts: readonly ShortcutGroup[] = [...new Set(editorCommands.map(({ group }) => group))].map((name) => ({
  name,
  shortcuts: editorCommands
    .filter(({ group }) => group === name)
    .map(({ id, label, shortcut }) => ({ label, keys: isKeyCommand(id) ? shortcutsOf(id) : shortcut === null ? [] : [shortcut] }))
    .filter(({ keys }) => keys.length > 0),
})).filter(({ shortcuts }) => shortcuts.length > 0);

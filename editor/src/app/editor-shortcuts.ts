import { chordText, isKeyCommand, shortcutsOf } from '../canvas/keys.ts';
import type { ShortcutGroup } from '../features/help/shortcut-group.ts';
import { editorCommands } from '../session/editor-commands.ts';

// What is held while the mouse does something on the canvas.
const onCanvas: ShortcutGroup = {
  name: 'Sizes and distances',
  shortcuts: [
    { label: 'Show the distances of what is selected, and change them', keys: [chordText('Alt')] },
    { label: 'Drag a handle to the pixel', keys: [chordText('Shift')] },
  ],
};

const ofCommands: readonly ShortcutGroup[] = [...new Set(editorCommands.map(({ group }) => group))].map((name) => ({
  name,
  shortcuts: editorCommands
    .filter(({ group }) => group === name)
    .map(({ id, label, shortcut }) => ({ label, keys: isKeyCommand(id) ? shortcutsOf(id) : shortcut === null ? [] : [shortcut] }))
    .filter(({ keys }) => keys.length > 0),
})).filter(({ shortcuts }) => shortcuts.length > 0);

/** The help sheet of the edit screen: what has a key in the table of commands, and what is held on the canvas. */
export const editorShortcuts: readonly ShortcutGroup[] = [...ofCommands, onCanvas];

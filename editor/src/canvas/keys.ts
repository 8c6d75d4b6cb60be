// The keys that the editor answers to, in the shell and in the canvas alike.
import type { KeyPress } from './protocol.ts';

// What each command is called by. A chord names its modifiers in this order: Mod (Ctrl, or ⌘ on Apple's computers), Alt, Shift. The first is
// the one that menus show. Letters together with Alt go by their place on the keyboard, as Alt changes what they type; so do those
// together with Mod on a keyboard that types no Latin ones, as they are engraved there.
const chords = {
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
  copy: ['Mod+C'],
  cut: ['Mod+X'],
  duplicate: ['Mod+D'],
  delete: ['Delete', 'Backspace'],
  'select-all': ['Mod+A'],
  rename: ['F2'],
  hide: ['Mod+Shift+H'],
  lock: ['Mod+Shift+L'],
  'select-parent': ['Escape', 'ArrowLeft'],
  enter: ['Enter'],
  comment: ['Mod+Alt+M'],
  'select-previous': ['ArrowUp'],
  'select-next': ['ArrowDown'],
  'select-first-child': ['ArrowRight'],
  'move-up': ['Alt+ArrowUp', 'Alt+ArrowLeft'],
  'move-down': ['Alt+ArrowDown', 'Alt+ArrowRight'],
  'move-out': ['Alt+Shift+ArrowLeft'],
  'move-into-previous': ['Alt+Shift+ArrowUp'],
  'move-into-next': ['Alt+Shift+ArrowDown', 'Alt+Shift+ArrowRight'],
  'move-to': ['Alt+M'],
  wrap: ['Mod+G'],
  unwrap: ['Mod+Shift+G'],
  'copy-style': ['Mod+Alt+C'],
  'paste-style': ['Mod+Alt+V'],
  'open-menu': ['Shift+F10', 'ContextMenu'],
  'breakpoint-base': ['1'],
  'breakpoint-tablet': ['2'],
  'breakpoint-mobile': ['3'],
  'zoom-in': ['Mod++', 'Mod+='],
  'zoom-out': ['Mod+-'],
  'zoom-fit': ['Mod+0'],
  'search-components': ['/'],
  'command-palette': ['Mod+K'],
  help: ['?'],
} as const satisfies Record<string, readonly string[]>;

// A command that a key asks for.
export type KeyCommand = keyof typeof chords;

export function isKeyCommand(command: string): command is KeyCommand {
  return Object.hasOwn(chords, command);
}

const commandOfChord = new Map<string, KeyCommand>(
  Object.entries(chords).flatMap(([command, names]) => names.map((name) => [name, command as KeyCommand] as const)),
);

// The letter that a key stands for in a chord, in capitals; of other keys their name. What Dvorak and AZERTY type stays what it is: only
// together with Shift may a sign stand in the place of a letter (an Arabic keyboard types ~ with Shift and Z).
export function chordKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isOfOtherScript = !/\p{Script=Latin}/u.test(key) && (shiftKey || /\P{ASCII}/u.test(key));
  const isByPlace = altKey || ((ctrlKey || metaKey) && isOfOtherScript);
  if (isByPlace && /^Key[A-Z]$/.test(code)) return code.slice(3);
  return key.length === 1 ? key.toUpperCase() : key;
}

function chordOf(press: KeyPress): string {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  const name = chordKey(press);
  // A sign that is typed with Shift is its own name: + is no Shift+=.
  const isShifted = shiftKey && (name.length > 1 || /[A-Z]/.test(name));
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${isShifted ? 'Shift+' : ''}${name}`;
}

// Pasting has no entry: the browser's own paste event brings the text along.
export function commandOf(press: KeyPress): KeyCommand | null {
  return commandOfChord.get(chordOf(press)) ?? null;
}

// What has its use in the preview too, where nothing is selected, and the page is changed by going back and forth alone.
const previewCommands: ReadonlySet<KeyCommand> = new Set([
  'undo', 'redo', 'comment', 'breakpoint-base', 'breakpoint-tablet', 'breakpoint-mobile', 'zoom-in', 'zoom-out', 'zoom-fit', 'command-palette', 'help',
]);

export function isPreviewKey(press: KeyPress): boolean {
  const command = commandOf(press);
  return command !== null && isPreviewCommand(command);
}

export function isPreviewCommand(command: string): boolean {
  return isKeyCommand(command) && previewCommands.has(command);
}

export function editorKey(event: KeyboardEvent): KeyPress | null {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const press = { key, code, ctrlKey, metaKey, shiftKey, altKey };
  return commandOf(press) ? press : null;
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const appleSigns = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Delete: '⌦', Enter: '↩' };
const otherSigns = { Mod: 'Ctrl', Delete: 'Del' };
const signs: Record<string, string> = {
  ...(isApple ? appleSigns : otherSigns),
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
};

// A chord as people on this computer read it: "Ctrl+Shift+Z", or "⌘⇧Z".
export function chordText(chord: string): string {
  const names = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  return names.map((name) => signs[name] ?? name).join(isApple ? '' : '+');
}

export function shortcutOf(command: KeyCommand): string {
  return chordText(chords[command][0]);
}

// All of them.
export function shortcutsOf(command: KeyCommand): readonly string[] {
  return chords[command].map(chordText);
}

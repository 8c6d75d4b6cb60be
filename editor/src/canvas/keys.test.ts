import { describe, expect, it } from 'vitest';

import { chordText, commandOf } from './keys.ts';
import type { KeyPress } from './protocol.ts';

const press = (key: string, ...modifiers: ('ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey')[]): KeyPress => ({
  key,
  code: '',
  ctrlKey: modifiers.includes('ctrlKey'),
  metaKey: modifiers.includes('metaKey'),
  shiftKey: modifiers.includes('shiftKey'),
  altKey: modifiers.includes('altKey'),
});

describe('commandOf', () => {
  it.each([
    [press('Delete'), 'delete'],
    [press('d', 'ctrlKey'), 'duplicate'],
    [press('z', 'metaKey'), 'undo'],
    [press('Z', 'ctrlKey', 'shiftKey'), 'redo'],
    [press('y', 'ctrlKey'), 'redo'],
    [press('Escape'), 'select-parent'],
    [press('ArrowUp', 'altKey'), 'move-up'],
    [press('3'), 'breakpoint-mobile'],
    [press('+', 'ctrlKey', 'shiftKey'), 'zoom-in'],
    [press('k', 'metaKey'), 'command-palette'],
    [press('?', 'shiftKey'), 'help'],
    [press('/'), 'search-components'],
  ])('%o', (key, command) => {
    expect(commandOf(key)).toBe(command);
  });

  const at = (code: string, ...parts: Parameters<typeof press>): KeyPress => ({ ...press(...parts), code });

  it.each([
    [at('KeyZ', 'я', 'ctrlKey'), 'undo'], // Russian
    [at('KeyZ', 'Я', 'ctrlKey', 'shiftKey'), 'redo'],
    [at('KeyK', 'κ', 'metaKey'), 'command-palette'], // Greek
    [at('KeyD', 'ג', 'ctrlKey'), 'duplicate'], // Hebrew
    [at('KeyC', 'ؤ', 'ctrlKey'), 'copy'], // Arabic
    [at('KeyZ', '~', 'ctrlKey', 'shiftKey'), 'redo'],
    [at('KeyG', 'لأ', 'ctrlKey', 'shiftKey'), 'unwrap'], // two characters by one key
    [at('KeyW', 'z', 'ctrlKey'), 'undo'], // AZERTY
    [at('KeyZ', 'w', 'ctrlKey'), null],
    [at('KeyZ', ';', 'ctrlKey'), null], // Dvorak
    [at('KeyZ', 'я'), null],
  ])('finds letters on other keyboards: %o', (key, command) => {
    expect(commandOf(key)).toBe(command);
  });

  it('leaves other keys to the browser', () => {
    expect(commandOf(press('v', 'ctrlKey'))).toBeNull();
    expect(commandOf(press('r', 'ctrlKey'))).toBeNull();
    expect(commandOf(press('ArrowUp', 'shiftKey'))).toBeNull();
    expect(commandOf(press('a'))).toBeNull();
  });
});

describe('chordText', () => {
  it('reads as on a keyboard', () => {
    expect(['Mod+Shift+Z', 'Alt+ArrowUp', 'Mod++', 'Escape'].map(chordText)).toEqual(['Ctrl+Shift+Z', 'Alt+↑', 'Ctrl++', 'Esc']);
  });
});

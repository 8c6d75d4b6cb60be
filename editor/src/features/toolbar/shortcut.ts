const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How a shortcut is written on this computer: `shortcut('Z')` is "⌘Z" or "Ctrl+Z". */
export function shortcut(key: string, withShift = false): string {
  return isApple ? `${withShift ? '⇧' : ''}⌘${key}` : `Ctrl+${withShift ? 'Shift+' : ''}${key}`;
}

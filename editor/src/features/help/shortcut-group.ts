/** Keys that belong together, as the help sheet lists them. */
export interface ShortcutGroup {
  name: string;
  shortcuts: readonly Shortcut[];
}

export interface Shortcut {
  /** What it does: "Duplicate". */
  label: string;
  /** Each way to do it, as it is written on this computer: "Ctrl+Shift+Z". */
  keys: readonly string[];
}

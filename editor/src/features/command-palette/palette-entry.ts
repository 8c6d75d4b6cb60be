import type { ReactNode } from 'react';

/** Something that the palette finds and does. */
export interface PaletteEntry {
  /** Stays the same over time: recently used entries are remembered by it. */
  id: string;
  /** The heading that it stands below: "Page", "Insert", "Go to". */
  group: string;
  title: string;
  /** A few words behind the title. */
  detail?: string | undefined;
  /** Other words that it is found by. */
  keywords?: readonly string[] | undefined;
  icon?: ReactNode;
  /** As it is written on this computer: "Ctrl+Z". */
  shortcut?: string | undefined;
  /** Why it can't be done at the moment. Such entries are shown only to who looks for them. */
  unavailable?: string | undefined;
  run: () => void;
}

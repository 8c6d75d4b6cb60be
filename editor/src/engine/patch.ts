// How a change reaches the canvas; see docs/formats/patches.md.
export type Patch =
  | { type: 'insert'; id: string; parent: string | null; slot: string; before: string | null; html: string }
  | { type: 'remove'; id: string }
  | { type: 'move'; id: string; parent: string | null; slot: string; before: string | null }
  | { type: 'update'; id: string; html: string }
  | { type: 'css'; css: string }
  | { type: 'page'; language: string; color_scheme: string; token_css: string };

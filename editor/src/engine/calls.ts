// The calls that the engine answers, with what they take and give; see docs/formats/engine-calls.md.
import type { ComponentSource } from './component.ts';
import type { NestedNode, NodeSettings, Operation, PageDocument, Styles, Transaction } from './document.ts';
import type { JsonObject } from './json.ts';
import type { Patch } from './patch.ts';

export interface TreeNode {
  component: string;
  settings?: NodeSettings;
  props?: JsonObject;
  styles?: Styles;
  parent: string | null;
  slot: string;
}

export interface TreeChange {
  nodes?: Record<string, TreeNode>;
  children?: Record<string, Record<string, string[]>>;
  removed?: string[];
  layout?: JsonObject;
}

export interface Change {
  transaction: Transaction | null;
  patches: Patch[];
  tree: TreeChange;
  undoLabel: string | null;
  redoLabel: string | null;
  // Of an acknowledged transaction: the operations that came too late, and why.
  leftOut?: { operation: Operation; error: { code: string; message: string; path: string } }[];
  // Of an undo or redo that is larger than `mostBytes` only a portion is done: calling it again goes on.
  unfinished?: true;
}

export interface PageContext {
  name: string;
  description: string;
  canonicalUrl: string;
  siteName: string;
}

export interface Opened {
  html: string;
  tree: TreeChange;
}

// Both sides have changed the same thing; see docs/formats/merge.md.
export interface Conflict {
  id: string;
  kind: string;
  sentence: string;
  node?: string;
  choices: ('ours' | 'theirs' | 'both' | 'value')[];
  resolved: boolean;
}

export interface Merged {
  document: PageDocument;
  operations: Operation[]; // from ours to it
  conflicts: Conflict[];
}

export interface EngineCalls {
  load_library: { request: { components: ComponentSource[]; tokens: JsonObject; baseCss: string }; answer: object };
  open: { request: { document: PageDocument; context: PageContext }; answer: Opened };
  apply: { request: { transaction: Transaction; coalesce?: string }; answer: Change };
  receive: { request: { transaction: Transaction }; answer: Change };
  acknowledge: { request: { id: string; operations?: Operation[] }; answer: Change };
  refuse: { request: { id: string }; answer: Change };
  undo: { request: { id: string; mostBytes?: number }; answer: Change };
  redo: { request: { id: string; mostBytes?: number }; answer: Change };
  subtree: { request: { id: string }; answer: { node: NestedNode } };
  document: { request: object; answer: { document: PageDocument } };
  pending: { request: object; answer: { transactions: Transaction[] } };
  reset: { request: { document: PageDocument; pending: Transaction[] }; answer: Opened };
  faults: { request: { document: unknown }; answer: { faults: { code: string; message: string; path: string }[] } };
  diff: { request: { before?: PageDocument; after?: PageDocument }; answer: { changes: JsonObject[]; sentences: string[] } };
  merge: {
    request: { base: PageDocument; ours?: PageDocument; theirs: PageDocument; resolutions?: Record<string, { choice: 'ours' | 'theirs' }> };
    answer: Merged;
  };
  render_page: {
    request: { document?: PageDocument; context: PageContext; mode: 'published' | 'canvas' };
    answer: { html: string };
  };
  render_component: {
    request: { component: string; props?: JsonObject; children?: Record<string, unknown[]> };
    answer: { html: string };
  };
}

export type CallName = keyof EngineCalls;

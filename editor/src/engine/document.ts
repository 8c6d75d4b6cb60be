// The page document on the wire; see docs/formats/document.md and docs/formats/operations.md.
import type { JsonObject, JsonValue } from './json.ts';

export type Breakpoint = 'base' | 'tablet' | 'mobile';
export const breakpoints: readonly Breakpoint[] = ['base', 'tablet', 'mobile'];

export type Declarations = Record<string, string>;
export type Styles = Partial<Record<Breakpoint, Declarations>>;

// What a node's component knows nothing of.
export interface NodeSettings {
  name?: string;
  locked?: true;
  hidden?: true;
}

export interface NestedNode {
  id: string;
  component: string;
  settings?: NodeSettings;
  props?: JsonObject;
  styles?: Styles;
  children?: Record<string, NestedNode[]>;
}

export interface PageDocument {
  components?: NestedNode[];
  layout?: JsonObject;
}

// An author names the sibling before which a node goes (null: the end); the engine answers with the rank it chose.
export interface Place {
  parent: string | null;
  slot: string;
  before?: string | null;
  rank?: string;
}

export type Operation =
  | { type: 'insert_node'; place: Place; node: NestedNode }
  | { type: 'remove_node'; id: string }
  | { type: 'move_node'; id: string; place: Place }
  | { type: 'set_prop'; id: string; key: string; value?: JsonValue }
  | { type: 'set_style'; id: string; breakpoint: Breakpoint; property: string; value?: string }
  | { type: 'set_node'; id: string; key: 'name'; value?: string }
  | { type: 'set_node'; id: string; key: 'locked' | 'hidden'; value?: true }
  | { type: 'set_page'; key: string; value?: JsonValue };

export interface Transaction {
  id: string;
  label: string;
  operations: Operation[];
}

// The root has the empty id and one slot of this name.
export const rootSlot = 'components';

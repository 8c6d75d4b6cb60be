import type { TreeChange, TreeNode } from '../engine/calls.ts';
import type { NestedNode, PageDocument } from '../engine/document.ts';
import { rootSlot } from '../engine/document.ts';
import type { JsonObject } from '../engine/json.ts';

import { KeyedListeners, type Unsubscribe } from './observable.ts';

export interface MirrorNode extends TreeNode {
  id: string;
  props: JsonObject;
}

export type SlotChildren = Readonly<Record<string, readonly string[]>>;

const noChildren: SlotChildren = {};

// The document's tree as the engine last told it. Nodes and child lists are replaced, never changed, so their identity says whether
// they differ; a change costs as much as it touches.
export class TreeMirror {
  private nodes = new Map<string, MirrorNode>();
  private lists = new Map<string, SlotChildren>();
  private settings: JsonObject = {};
  private structure = 0;
  private readonly nodeListeners = new KeyedListeners();
  private readonly wideListeners = new KeyedListeners();

  node(id: string): MirrorNode | undefined {
    return this.nodes.get(id);
  }

  // By slot; the empty id is the root.
  children(id: string): SlotChildren {
    return this.lists.get(id) ?? noChildren;
  }

  rootChildren(): readonly string[] {
    return this.children('')[rootSlot] ?? [];
  }

  siblings(id: string): readonly string[] {
    const node = this.nodes.get(id);
    return node ? (this.children(node.parent ?? '')[node.slot] ?? []) : [];
  }

  // What component each node is.
  components(): Record<string, string> {
    const components: Record<string, string> = {};
    for (const [id, node] of this.nodes) components[id] = node.component;
    return components;
  }

  layout(): JsonObject {
    return this.settings;
  }

  size(): number {
    return this.nodes.size;
  }

  // Counts the changes to who stands where.
  structureVersion(): number {
    return this.structure;
  }

  // From the node's parent up to its topmost ancestor.
  ancestors(id: string): string[] {
    const found: string[] = [];
    for (let parent = this.nodes.get(id)?.parent ?? null; parent !== null; parent = this.nodes.get(parent)?.parent ?? null) {
      found.push(parent);
    }
    return found;
  }

  contains(ancestor: string, id: string): boolean {
    return ancestor === id || this.ancestors(id).includes(ancestor);
  }

  onNode(id: string, listener: () => void): Unsubscribe {
    return this.nodeListeners.subscribe(id, listener);
  }

  onNodes(ids: readonly string[], listener: () => void): Unsubscribe {
    const ends = ids.map((id) => this.onNode(id, listener));
    return () => {
      for (const end of ends) end();
    };
  }

  // What a node is, and what it stands in, all the way up, wherever it is moved to.
  onPath(id: string, listener: () => void): Unsubscribe {
    const watch = () => this.onNodes([id, ...this.ancestors(id)], listener);
    let unwatch = watch();
    const unfollow = this.onStructure(() => {
      unwatch();
      unwatch = watch();
      listener();
    });
    return () => {
      unfollow();
      unwatch();
    };
  }

  // Of any of the nodes, once for each change.
  onAnyNode(listener: () => void): Unsubscribe {
    return this.wideListeners.subscribe('nodes', listener);
  }

  onLayout(listener: () => void): Unsubscribe {
    return this.wideListeners.subscribe('layout', listener);
  }

  onStructure(listener: () => void): Unsubscribe {
    return this.wideListeners.subscribe('structure', listener);
  }

  reset(tree: TreeChange): void {
    this.nodes = new Map();
    this.lists = new Map();
    this.settings = tree.layout ?? {};
    this.take(tree);
    this.structure += 1;
    this.nodeListeners.notifyAll();
    this.wideListeners.notifyAll();
  }

  change(tree: TreeChange): void {
    for (const id of tree.removed ?? []) {
      this.nodes.delete(id);
      this.lists.delete(id);
    }
    if (tree.layout) this.settings = tree.layout;
    this.take(tree);
    const isRearranged = Object.keys(tree.children ?? {}).length > 0;
    if (isRearranged || (tree.removed?.length ?? 0) > 0) this.structure += 1;
    const changed = [...(tree.removed ?? []), ...Object.keys(tree.nodes ?? {})];
    for (const id of changed) this.nodeListeners.notify(id);
    if (changed.length > 0) this.wideListeners.notify('nodes');
    if (isRearranged) this.wideListeners.notify('structure');
    if (tree.layout) this.wideListeners.notify('layout');
  }

  // The whole document, nested again: what is left to continue from when an engine instance is lost.
  document(): PageDocument {
    return { components: this.rootChildren().flatMap((id) => this.nested(id)), layout: this.settings };
  }

  // A node with all that it holds; null where it is gone.
  subtree(id: string): NestedNode | null {
    return this.nested(id)[0] ?? null;
  }

  private nested(id: string): NestedNode[] {
    const node = this.nodes.get(id);
    if (!node) return [];
    const children: Record<string, NestedNode[]> = {};
    for (const [slot, ids] of Object.entries(this.children(id))) children[slot] = ids.flatMap((child) => this.nested(child));
    const { component, settings, props, styles } = node;
    return [{ id, component, ...(settings ? { settings } : {}), props, ...(styles ? { styles } : {}), children }];
  }

  private take(tree: TreeChange): void {
    for (const [id, node] of Object.entries(tree.nodes ?? {})) this.nodes.set(id, { ...node, id, props: node.props ?? {} });
    for (const [id, slots] of Object.entries(tree.children ?? {})) this.lists.set(id, slots);
  }
}

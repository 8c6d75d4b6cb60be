import type { TreeChange, TreeNode } from './calls.ts';
import { rootSlot, type NestedNode, type PageDocument } from './document.ts';

// The whole tree of a page just opened. The engine took the document as it was given, so its nodes are those; `structure` is the
// engine's word on who stands where, in which order.
export function openedTree(document: PageDocument, structure: TreeChange): TreeChange {
  const nodes = Object.create(null) as Record<string, TreeNode>; // an id may be __proto__
  const add = (list: readonly NestedNode[], parent: string | null, slot: string): void => {
    for (const { id, component, settings, props = {}, styles = {}, children } of list) {
      nodes[id] = { component, ...(settings ? { settings } : {}), props, styles, parent, slot };
      if (children) for (const name of Object.keys(children)) add(children[name] ?? [], id, name);
    }
  };
  add(document.components ?? [], null, rootSlot);
  return { ...structure, nodes, removed: [] };
}

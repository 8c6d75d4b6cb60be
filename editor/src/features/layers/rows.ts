import type { TreeMirror } from '../../session/tree-mirror.ts';

export interface LayerRow {
  id: string;
  level: number; // from 1
  position: number; // among its siblings, from 1
  siblings: number;
  hasChildren: boolean;
  isExpanded: boolean;
}

// The rows that a tree shows with these nodes expanded, from top to bottom.
export function visibleRows(tree: TreeMirror, expanded: ReadonlySet<string>): LayerRow[] {
  const rows: LayerRow[] = [];
  const add = (id: string, level: number, position: number, siblings: number) => {
    const children = childrenOf(tree, id);
    const isExpanded = children.length > 0 && expanded.has(id);
    rows.push({ id, level, position, siblings, hasChildren: children.length > 0, isExpanded });
    if (isExpanded) children.forEach((child, index) => add(child, level + 1, index + 1, children.length));
  };
  const roots = tree.rootChildren();
  roots.forEach((id, index) => add(id, 1, index + 1, roots.length));
  return rows;
}

export function childrenOf(tree: TreeMirror, id: string): string[] {
  return Object.values(tree.children(id)).flat();
}

export interface Window {
  first: number;
  last: number; // not included
}

// Which rows of a scrolled list are to be drawn, with a few more on both sides.
export function rowsInView(scrollTop: number, height: number, rowHeight: number, count: number): Window {
  const margin = 6;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - margin);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + margin);
  return { first: Math.min(first, count), last };
}

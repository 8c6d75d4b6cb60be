// Several nodes as one selection: which of them stand for the others, in which order, and what is left of it after a change.
import type { TreeMirror } from './tree-mirror.ts';

// Those that exist and don't stand inside of another one, each once, in the order given.
export function topmost(tree: TreeMirror, ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  const found = [...all].filter((id) => tree.node(id) && !tree.ancestors(id).some((ancestor) => all.has(ancestor)));
  return found.length === ids.length ? ids : found;
}

// The topmost of them in the order in which they stand on the page.
export function inPageOrder(tree: TreeMirror, ids: readonly string[]): readonly string[] {
  const found = topmost(tree, ids);
  if (found.length < 2) return found;
  const positions = new Map<string, Map<string, number>>(); // of the children, by parent
  const positionOf = (id: string): number => {
    const parent = tree.node(id)?.parent ?? '';
    let known = positions.get(parent);
    if (!known) {
      known = new Map(Object.values(tree.children(parent)).flat().map((child, index) => [child, index]));
      positions.set(parent, known);
    }
    return known.get(id) ?? 0;
  };
  const paths = new Map(found.map((id) => [id, [...tree.ancestors(id).reverse(), id].map(positionOf)]));
  return [...found].sort((a, b) => comparePaths(paths.get(a) ?? [], paths.get(b) ?? []));
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth += 1) {
    const difference = (a[depth] ?? 0) - (b[depth] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

// With one more node, or without it: what it holds and what holds it gives way to it.
export function toggled(tree: TreeMirror, selected: readonly string[], id: string): readonly string[] {
  if (selected.includes(id)) return selected.filter((other) => other !== id);
  return [...selected.filter((other) => !tree.contains(other, id) && !tree.contains(id, other)), id];
}

// Asked before `removed` leave the tree: the selected that stay, else the sibling that takes the last one's place, or its parent. Null: all stay.
export function selectionAfter(tree: TreeMirror, selected: readonly string[], removed: readonly string[]): readonly string[] | null {
  if (selected.length === 0 || removed.length === 0) return null;
  const gone = new Set(removed);
  const staying = selected.filter((id) => !gone.has(id));
  if (staying.length === selected.length) return null;
  if (staying.length > 0) return staying;
  for (let id = selected.at(-1) ?? null; id !== null; id = tree.node(id)?.parent ?? null) {
    if (!gone.has(id)) return [id];
    const siblings = tree.siblings(id);
    const index = siblings.indexOf(id);
    const sibling = siblings.slice(index + 1).find((other) => !gone.has(other)) ?? siblings.slice(0, index).findLast((other) => !gone.has(other));
    if (sibling !== undefined) return [sibling];
  }
  return [];
}

import type { Change } from '../engine/calls.ts';
import type { Patch } from '../engine/patch.ts';

// What the canvas has to be told of a change.
export interface CanvasUpdate {
  patches: Patch[];
  components: Record<string, string>; // of the nodes that are new or differ, by id
}

export function canvasUpdateOf({ patches, tree }: Change): CanvasUpdate {
  const components: Record<string, string> = {};
  for (const [id, node] of Object.entries(tree.nodes ?? {})) components[id] = node.component;
  return { patches, components };
}

// The style of one node, to be given to others. Kept in this browser, so that it goes from page to page and from tab to tab.
import { breakpoints, type Operation, type Styles } from '../engine/document.ts';
import type { EngineRefusal } from '../engine/engine.ts';
import { isJsonObject } from '../engine/json.ts';

import { labelOfNode, labelOfNodes } from './commands.ts';
import type { PageSession } from './page-session.ts';
import { inPageOrder } from './selected-nodes.ts';

const storageKey = 'pagewright.style';

export function copyStyle(session: PageSession): void {
  const { selection } = session.state.get();
  const node = session.tree.node(selection ?? '');
  if (!node) return;
  localStorage.setItem(storageKey, JSON.stringify(node.styles ?? {}));
  session.announcements.emit(`Style of ${labelOfNode(session, node.id)} copied.`);
}

export function copiedStyle(): Styles | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

// The selected nodes look as the copied one did: what it did not set is not set any more.
export function pasteStyle(session: PageSession): EngineRefusal | null {
  const style = copiedStyle();
  if (!style) return null;
  const ids = inPageOrder(session.tree, session.state.get().selected);
  const operations = ids.flatMap((id) => differences(id, session.tree.node(id)?.styles ?? {}, style));
  const label = labelOfNodes(session, ids);
  const refusal = session.apply(`Paste the style on ${label}`, operations);
  if (!refusal) session.announcements.emit(`Style pasted on ${label}.`);
  return refusal;
}

function differences(id: string, from: Styles, to: Styles): Operation[] {
  return breakpoints.flatMap((breakpoint) => {
    const [before, after] = [from[breakpoint] ?? {}, to[breakpoint] ?? {}];
    const operations: Operation[] = [];
    for (const property of Object.keys({ ...before, ...after })) {
      const value = after[property];
      if (value === before[property]) continue;
      operations.push(value === undefined ? { type: 'set_style', id, breakpoint, property } : { type: 'set_style', id, breakpoint, property, value });
    }
    return operations;
  });
}

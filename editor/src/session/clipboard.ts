// Copying nodes between places, pages and tabs: as JSON on the system's clipboard, and in this browser's storage where the clipboard may
// not be read.
import type { NestedNode } from '../engine/document.ts';
import type { EngineRefusal } from '../engine/engine.ts';
import { isJsonObject, type JsonValue } from '../engine/json.ts';

import { insertNodes, removeNodes } from './commands.ts';
import { withFreshIds } from './ids.ts';
import type { PageSession } from './page-session.ts';
import { placeNearSelection } from './places.ts';
import { inPageOrder } from './selected-nodes.ts';

const storageKey = 'pagewright.clipboard';
const marker = 'pagewright/nodes';

// The text to put on the clipboard, or null where nothing is selected.
export function copySelection(session: PageSession): string | null {
  const { tree, state } = session;
  const nodes = inPageOrder(tree, state.get().selected).map((id) => tree.subtree(id));
  if (nodes.length === 0) return null;
  const text = JSON.stringify({ type: marker, nodes });
  try {
    localStorage.setItem(storageKey, text);
  } catch {
    // What is too large for the storage still is on the clipboard.
  }
  return text;
}

// What can't be deleted is not on the clipboard either.
export function cutSelection(session: PageSession): { text: string | null; refusal: EngineRefusal | null } {
  const { selected } = session.state.get();
  const text = copySelection(session);
  const refusal = removeNodes(session, selected, 'Cut');
  return { text: refusal ? null : text, refusal };
}

// `text` is what the clipboard holds; null where it can't be read: then what was last copied here.
export function paste(session: PageSession, text: string | null): EngineRefusal | null {
  const copied = parseCopied(text) ?? parseCopied(localStorage.getItem(storageKey)) ?? [];
  const nodes = copied.filter(({ component }) => session.library.find(component));
  if (nodes.length === 0) return null;
  const place = placeNearSelection(session, nodes.map(({ component }) => component), true);
  return insertNodes(session, nodes.map(withFreshIds), place, 'Paste');
}

export function parseCopied(text: string | null): NestedNode[] | null {
  if (text === null || !text.includes(marker)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value) || value.type !== marker || !Array.isArray(value.nodes)) return null;
    return value.nodes.every(isNode) ? (value.nodes as unknown as NestedNode[]) : null;
  } catch {
    return null;
  }
}

function isNode(value: JsonValue): boolean {
  return isJsonObject(value) && typeof value.component === 'string';
}

// Copying nodes between places, pages and tabs: as JSON on the system's clipboard, and in this browser's storage where the clipboard may
// not be read.
import type { NestedNode } from '../engine/document.ts';
import type { EngineRefusal } from '../engine/engine.ts';
import { isJsonObject } from '../engine/json.ts';

import { insertNode, placeNearSelection, removeNode } from './commands.ts';
import { withFreshIds } from './ids.ts';
import type { PageSession } from './page-session.ts';

const storageKey = 'pagewright.clipboard';
const marker = 'pagewright/node';

// The text to put on the clipboard, or null where nothing is selected.
export function copySelection(session: PageSession): string | null {
  const { selection } = session.state.get();
  if (selection === null) return null;
  const text = JSON.stringify({ type: marker, node: session.read('subtree', { id: selection }).node });
  try {
    localStorage.setItem(storageKey, text);
  } catch {
    // A subtree too large for the storage still is on the clipboard.
  }
  return text;
}

export function cutSelection(session: PageSession): string | null {
  const { selection } = session.state.get();
  const text = copySelection(session);
  if (text !== null && selection !== null) removeNode(session, selection, 'Cut');
  return text;
}

// `text` is what the clipboard holds; null where it can't be read: then what was last copied here.
export function paste(session: PageSession, text: string | null): EngineRefusal | null {
  const node = parseCopied(text) ?? parseCopied(localStorage.getItem(storageKey));
  if (!node || !session.library.find(node.component)) return null;
  return insertNode(session, withFreshIds(node), placeNearSelection(session, node.component), 'Paste');
}

export function parseCopied(text: string | null): NestedNode | null {
  if (text === null || !text.includes(marker)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value) || value.type !== marker || !isJsonObject(value.node)) return null;
    return typeof value.node.component === 'string' ? (value.node as unknown as NestedNode) : null;
  } catch {
    return null;
  }
}

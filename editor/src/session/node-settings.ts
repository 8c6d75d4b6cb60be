// What an author sets of nodes that their components know nothing of: each one gesture and one call into the engine.
import type { Operation } from '../engine/document.ts';
import { EngineRefusal } from '../engine/engine.ts';

import { labelOfNodes } from './commands.ts';
import type { PageSession } from './page-session.ts';

export const longestName = 100; // characters

// What the author calls the node; an empty name takes its name away.
export function renameNode(session: PageSession, id: string, name: string): EngineRefusal | null {
  if (!session.tree.node(id)) return new EngineRefusal('gone', 'What was to be renamed is no longer on the page.', id);
  const value = Array.from(name.trim().replace(/\s+/g, ' ')).slice(0, longestName).join('');
  if (value === (session.tree.node(id)?.settings?.name ?? '')) return null;
  return session.apply('Rename', [{ type: 'set_node', id, key: 'name', ...(value === '' ? {} : { value }) }]);
}

// What is hidden is neither shown on the canvas nor published.
export function setHidden(session: PageSession, ids: readonly string[], isHidden: boolean): EngineRefusal | null {
  return setFlag(session, ids, 'hidden', isHidden, isHidden ? 'Hide' : 'Show');
}

export function setLocked(session: PageSession, ids: readonly string[], isLocked: boolean): EngineRefusal | null {
  return setFlag(session, ids, 'locked', isLocked, isLocked ? 'Lock' : 'Unlock');
}

// True where each of them is.
export function areAll(session: PageSession, ids: readonly string[], flag: 'hidden' | 'locked'): boolean {
  return ids.length > 0 && ids.every((id) => session.tree.node(id)?.settings?.[flag] === true);
}

function setFlag(session: PageSession, ids: readonly string[], key: 'hidden' | 'locked', isSet: boolean, verb: string): EngineRefusal | null {
  const changed = ids.filter((id) => (session.tree.node(id)?.settings?.[key] === true) !== isSet);
  const operations: Operation[] = changed.map((id) => ({ type: 'set_node', id, key, ...(isSet ? { value: true } : {}) }));
  return session.apply(`${verb} ${labelOfNodes(session, changed)}`, operations);
}

// An empty page takes over what a template holds, as one step that undo takes back.
import type { Operation, PageDocument } from '../engine/document.ts';
import { rootSlot } from '../engine/document.ts';
import type { EngineRefusal } from '../engine/engine.ts';

import { withFreshIds } from './ids.ts';
import type { PageSession } from './page-session.ts';

// Page settings that are there already stay: the author has said what the page is called.
export function startFromTemplate(session: PageSession, name: string, { components = [], layout = {} }: PageDocument): EngineRefusal | null {
  const present = session.tree.layout();
  const nodes = components.map(withFreshIds);
  const operations: Operation[] = [
    ...nodes.map((node): Operation => ({ type: 'insert_node', place: { parent: null, slot: rootSlot, before: null }, node })),
    ...Object.entries(layout)
      .filter(([key]) => present[key] === undefined)
      .map(([key, value]): Operation => ({ type: 'set_page', key, value })),
  ];
  return session.apply(`Start with “${name}”`, operations);
}

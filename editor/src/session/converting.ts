// Making another component of a node, keeping what fits: props of the same name whose value is valid there, and children that a slot takes.
import type { ComponentDefinition } from '../engine/component.ts';
import type { NestedNode, Operation } from '../engine/document.ts';
import { EngineRefusal } from '../engine/engine.ts';
import type { JsonObject } from '../engine/json.ts';

import { fitsSchema } from './fits-schema.ts';
import { freshId } from './ids.ts';
import type { PageSession } from './page-session.ts';
import { ownerOf } from './places.ts';

export interface Conversion {
  definition: ComponentDefinition;
  props: JsonObject; // those that are kept
  places: { id: string; slot: string }[]; // of the children that are kept
  lost: number; // how many children no slot takes
}

// What a node can become and keep something of itself, what keeps most first.
export function conversionsOf(session: PageSession, id: string): Conversion[] {
  const offered = session.library.byCategory().flatMap(({ definitions }) => definitions);
  return offered
    .map((definition) => conversionTo(session, id, definition))
    .filter((conversion) => conversion !== null)
    .filter(({ props, places }) => Object.keys(props).length + places.length > 0)
    .sort((a, b) => weight(b) - weight(a));
}

function weight({ props, places, lost }: Conversion): number {
  return Object.keys(props).length + places.length - 2 * lost;
}

// Null where the component may not stand in the node's place.
function conversionTo({ tree, library }: PageSession, id: string, definition: ComponentDefinition): Conversion | null {
  const node = tree.node(id);
  if (!node || node.component === definition.name) return null;
  if (library.refusal(definition.name, ownerOf(tree, id), node.slot, tree.siblings(id).length - 1) !== null) return null;
  const props: JsonObject = {};
  for (const [key, value] of Object.entries(node.props)) {
    const schema = definition.props?.properties?.[key];
    const isAlike = schema?.format === library.propSchema(node.component, key)?.format;
    if (schema && isAlike && fitsSchema(value, schema, definition.props?.$defs)) props[key] = value;
  }
  const places: Conversion['places'] = [];
  const counts = new Map<string, number>();
  let lost = 0;
  for (const [slot, children] of Object.entries(tree.children(id))) {
    // The slot of the same name first.
    const slots = library.slotsOf(definition.name).map(([name]) => name).sort((a, b) => Number(b === slot) - Number(a === slot));
    for (const child of children) {
      const component = tree.node(child)?.component ?? '';
      const taker = slots.find((name) => library.refusal(component, definition.name, name, counts.get(name) ?? 0) === null);
      if (taker === undefined) {
        lost += 1;
        continue;
      }
      counts.set(taker, (counts.get(taker) ?? 0) + 1);
      places.push({ id: child, slot: taker });
    }
  }
  return { definition, props, places, lost };
}

export function convertNode(session: PageSession, id: string, { definition, props, places, lost }: Conversion): EngineRefusal | null {
  const { tree, library } = session;
  const old = tree.node(id);
  if (!old) return new EngineRefusal('gone', 'What was to be converted is no longer on the page.', '');
  const node: NestedNode = { id: freshId(), component: definition.name, props: { ...definition.initial?.props, ...props } };
  if (old.styles) node.styles = old.styles;
  // What it is called, and that it is hidden, is the author's and no matter of the component.
  if (old.settings) node.settings = old.settings;
  const operations: Operation[] = [
    { type: 'insert_node', place: { parent: old.parent, slot: old.slot, before: id }, node },
    ...places.map((child): Operation => ({ type: 'move_node', id: child.id, place: { parent: node.id, slot: child.slot, before: null } })),
    { type: 'remove_node', id },
  ];
  const before = library.labelOf(old.component);
  const refusal = session.apply(`Convert ${before} to ${definition.display_name}`, operations, { select: node.id });
  if (refusal) return refusal;
  const left = lost === 0 ? '' : ` ${lost === 1 ? 'One component' : `${String(lost)} components`} did not fit and went. Undo brings them back.`;
  session.announcements.emit(`${before} converted to ${definition.display_name}.${left}`);
  return null;
}

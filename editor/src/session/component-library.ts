import type { Category, ComponentDefinition, ComponentSource, ControlKind, PropSchema, SlotDefinition } from '../engine/component.ts';
import { categories } from '../engine/component.ts';
import type { JsonObject, JsonValue } from '../engine/json.ts';

import { slotRefusal, slotRefusalOfAll, type ComponentRules } from './slot-rules.ts';

// The components that a page can be built of.
export class ComponentLibrary {
  readonly sources: readonly ComponentSource[];
  // What the canvas frame knows of the components.
  readonly rules: Readonly<Record<string, ComponentRules>>;
  private readonly byName = new Map<string, ComponentDefinition>();
  private readonly hidden: ReadonlySet<string>;

  // `hidden`: the names of those that pages may have, and that are not offered.
  constructor(sources: readonly ComponentSource[], hidden: ReadonlySet<string> = new Set()) {
    this.sources = sources;
    this.hidden = hidden;
    for (const { definition } of sources) this.byName.set(definition.name, definition);
    this.rules = Object.fromEntries(sources.map(({ definition }) => [definition.name, rulesOf(definition)]));
  }

  find(name: string): ComponentDefinition | undefined {
    return this.byName.get(name);
  }

  labelOf(name: string): string {
    return this.byName.get(name)?.display_name ?? name;
  }

  // What is offered.
  byCategory(): { category: Category; definitions: ComponentDefinition[] }[] {
    const all = [...this.byName.values()].filter(({ name }) => !this.hidden.has(name));
    return categories
      .map((category) => ({ category, definitions: all.filter((definition) => definition.category === category) }))
      .filter(({ definitions }) => definitions.length > 0);
  }

  slotsOf(name: string): [string, SlotDefinition][] {
    return Object.entries(this.byName.get(name)?.slots ?? {});
  }

  // Why a component may not stand in a slot, as a sentence; null where it may. The owner null is the page itself. `count` is how many
  // others stand there already.
  refusal(component: string, owner: string | null, slot: string, count: number): string | null {
    return slotRefusal(this.rules, component, owner, slot, count);
  }

  // The same for several that come together.
  refusalOfAll(components: readonly string[], owner: string | null, slot: string, count: number): string | null {
    return slotRefusalOfAll(this.rules, components, owner, slot, count);
  }

  propSchema(component: string, key: string): PropSchema | undefined {
    return this.byName.get(component)?.props?.properties?.[key];
  }

  // What a prop shows: its value, or the schema's default.
  valueOf(component: string, props: JsonObject, key: string): JsonValue | undefined {
    return props[key] ?? this.propSchema(component, key)?.default;
  }
}

function rulesOf(definition: ComponentDefinition): ComponentRules {
  const { display_name: label, category } = definition;
  const slots: ComponentRules['slots'] = {};
  for (const [name, slot] of Object.entries(definition.slots ?? {})) {
    slots[name] = { label: slot.display_name ?? name, accepts: slot.accepts ?? ['*'], max: slot.max ?? 0 };
  }
  const props = Object.keys(definition.props?.properties ?? {});
  const edited = (kind: ControlKind) => props.filter((prop) => controlOf(definition, prop) === kind);
  return { label, category, slots, richText: edited('rich_text'), multiline: edited('textarea') };
}

// How a prop is edited: what the definition says, or what its schema suggests.
export function controlOf(definition: ComponentDefinition, prop: string): ControlKind {
  const stated = definition.config_ui?.controls?.[prop]?.control;
  if (stated) return stated;
  const schema = definition.props?.properties?.[prop] ?? {};
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (schema.format === 'rich-text') return 'rich_text';
  if (schema.format === 'image' || schema.format === 'color' || schema.format === 'url') return schema.format;
  if (schema.enum) return schema.enum.length <= 4 ? 'segmented' : 'select';
  if (type === 'boolean') return 'toggle';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'array') return schema.items?.type === 'array' ? 'table' : 'list';
  return (schema.maxLength ?? 0) > 300 ? 'textarea' : 'text';
}

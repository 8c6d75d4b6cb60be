import type { Category, ComponentDefinition, ComponentSource, PropSchema, SlotDefinition } from '../engine/component.ts';
import { categories } from '../engine/component.ts';
import { rootSlot } from '../engine/document.ts';
import type { JsonValue, JsonObject } from '../engine/json.ts';

// The components that a page can be built of.
export class ComponentLibrary {
  readonly sources: readonly ComponentSource[];
  private readonly byName = new Map<string, ComponentDefinition>();

  constructor(sources: readonly ComponentSource[]) {
    this.sources = sources;
    for (const { definition } of sources) this.byName.set(definition.name, definition);
  }

  find(name: string): ComponentDefinition | undefined {
    return this.byName.get(name);
  }

  labelOf(name: string): string {
    return this.byName.get(name)?.display_name ?? name;
  }

  byCategory(): { category: Category; definitions: ComponentDefinition[] }[] {
    const all = [...this.byName.values()];
    return categories
      .map((category) => ({ category, definitions: all.filter((definition) => definition.category === category) }))
      .filter(({ definitions }) => definitions.length > 0);
  }

  slotsOf(name: string): [string, SlotDefinition][] {
    return Object.entries(this.byName.get(name)?.slots ?? {});
  }

  // Why a component may not stand in a slot, as a sentence; null where it may. The parent null is the page itself. `count` is how many
  // others stand there already.
  refusal(component: string, parent: string | null, slot: string, count: number): string | null {
    if (parent === null) return slot === rootSlot ? null : 'The page has no such place.';
    const definition = this.byName.get(parent)?.slots?.[slot];
    if (!definition) return `${this.labelOf(parent)} holds no other components.`;
    if (definition.max !== undefined && definition.max > 0 && count >= definition.max) {
      return `${this.labelOf(parent)} is full: it holds at most ${String(definition.max)}.`;
    }
    const accepts = definition.accepts ?? ['*'];
    const category = this.byName.get(component)?.category ?? '';
    if (accepts.some((rule) => rule === '*' || rule === component || rule === `category:${category}`)) return null;
    return `${this.labelOf(component)} can’t go here: ${this.labelOf(parent)} takes only ${this.describe(accepts)}.`;
  }

  propSchema(component: string, key: string): PropSchema | undefined {
    return this.byName.get(component)?.props?.properties?.[key];
  }

  // What a prop shows: its value, or the schema's default.
  valueOf(component: string, props: JsonObject, key: string): JsonValue | undefined {
    return props[key] ?? this.propSchema(component, key)?.default;
  }

  private describe(accepts: readonly string[]): string {
    return accepts
      .map((rule) => (rule.startsWith('category:') ? `${rule.slice('category:'.length)} components` : this.labelOf(rule)))
      .join(', ');
  }
}

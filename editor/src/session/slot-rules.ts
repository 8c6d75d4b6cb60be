// What has to be known of a component to name it, to find where it may be dropped and how its text is edited.
export interface ComponentRules {
  label: string;
  category: string;
  slots: Record<string, { label: string; accepts: string[]; max: number }>;
  richText: string[];
  multiline: string[];
}

// Why a component may not stand in a slot of another, as a sentence; null where it may. `owner` null is the page itself. `count` is how
// many others stand in the slot.
export function slotRefusal(
  rules: Readonly<Record<string, ComponentRules>>,
  component: string,
  owner: string | null,
  slot: string,
  count: number,
): string | null {
  if (owner === null) return null;
  const ownerRules = rules[owner];
  const definition = ownerRules?.slots[slot];
  const ownerLabel = ownerRules?.label ?? owner;
  if (!definition) return `${ownerLabel} holds no other components.`;
  if (definition.max > 0 && count >= definition.max) return `${ownerLabel} is full: it holds at most ${String(definition.max)}.`;
  const category = rules[component]?.category ?? '';
  const { accepts } = definition;
  if (accepts.some((rule) => rule === '*' || rule === component || rule === `category:${category}`)) return null;
  const taken = accepts
    .map((rule) => (rule.startsWith('category:') ? `${rule.slice('category:'.length)} components` : (rules[rule]?.label ?? rule)))
    .join(', ');
  return `${rules[component]?.label ?? component} can’t go here: ${ownerLabel} takes only ${taken}.`;
}

// The same for several that come together.
export function slotRefusalOfAll(
  rules: Readonly<Record<string, ComponentRules>>,
  components: readonly string[],
  owner: string | null,
  slot: string,
  count: number,
): string | null {
  for (const component of new Set(components)) {
    const refusal = slotRefusal(rules, component, owner, slot, count + components.length - 1);
    if (refusal !== null) return refusal;
  }
  return null;
}

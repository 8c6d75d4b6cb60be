import type { ComponentDefinition, ControlHints, ControlKind, PropSchema } from '../../engine/component.ts';
import type { JsonObject, JsonValue } from '../../engine/json.ts';
import { controlOf } from '../../session/component-library.ts';

export interface PropDescription {
  key: string;
  label: string;
  control: ControlKind;
  schema: PropSchema;
  hints: ControlHints;
}

export interface PropGroup {
  name: string;
  label: string;
  props: PropDescription[];
}

// The panel of a component: its groups as config_ui names them, and last what no group names.
export function propGroups(definition: ComponentDefinition): PropGroup[] {
  const properties = definition.props?.properties ?? {};
  const left = new Set(Object.keys(properties));
  const groups: PropGroup[] = [];
  for (const group of definition.config_ui?.groups ?? []) {
    const props = group.props.filter((key) => left.delete(key)).map((key) => describe(definition, key));
    if (props.length > 0) groups.push({ name: group.name, label: group.label, props });
  }
  if (left.size > 0) {
    groups.push({ name: 'other', label: groups.length > 0 ? 'More' : 'Content', props: [...left].map((key) => describe(definition, key)) });
  }
  return groups;
}

// What several components have in common, in the groups of the first: props of one name and one schema.
export function sharedGroups(definitions: readonly ComponentDefinition[]): PropGroup[] {
  const [first, ...others] = [...new Set(definitions)];
  if (!first) return [];
  const known = others.map((definition) => new Map(propGroups(definition).flatMap(({ props }) => props.map((prop) => [prop.key, prop]))));
  const isShared = (prop: PropDescription) => known.every((props) => isSame(prop, props.get(prop.key)));
  return propGroups(first)
    .map((group) => ({ ...group, props: group.props.filter(isShared) }))
    .filter(({ props }) => props.length > 0);
}

function isSame(one: PropDescription, other: PropDescription | undefined): boolean {
  return other !== undefined && one.control === other.control && JSON.stringify(one.schema) === JSON.stringify(other.schema);
}

function describe(definition: ComponentDefinition, key: string): PropDescription {
  const schema = resolved(definition.props?.properties?.[key] ?? {}, definition.props ?? {});
  const hints = definition.config_ui?.controls?.[key] ?? {};
  return { key, label: schema.title ?? readable(key), control: controlOf(definition, key), schema, hints };
}

// A schema with its local reference followed, so that controls see what it is.
export function resolved(schema: PropSchema, root: PropSchema): PropSchema {
  const name = schema.$ref?.match(/^#\/\$defs\/(.+)$/)?.[1];
  const target = name === undefined ? undefined : root.$defs?.[name];
  const { $ref: _reference, ...own } = schema;
  const whole = target ? { ...target, ...own } : schema;
  return whole.items ? { ...whole, items: resolved(whole.items, root) } : whole;
}

export function readable(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function typeOf(schema: PropSchema): string {
  return (Array.isArray(schema.type) ? schema.type[0] : schema.type) ?? 'string';
}

// What a new item of a list starts as.
export function emptyValue(schema: PropSchema): JsonValue {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  switch (typeOf(schema)) {
    case 'object': {
      const value: JsonObject = {};
      for (const [key, property] of Object.entries(schema.properties ?? {})) value[key] = emptyValue(property);
      return value;
    }
    case 'array':
      return [];
    case 'number':
    case 'integer':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    default:
      return '';
  }
}

// The control of something inside of a list's item, which has no hints of its own.
export function controlOfSchema(schema: PropSchema): ControlKind {
  return controlOf({ name: '', display_name: '', category: 'content', props: { properties: { value: schema } } }, 'value');
}

// Whether a stored value is another than what holds without it. Where the schema has no default, an empty text is none.
export function isChanged(stored: JsonValue | undefined, otherwise: JsonValue | undefined): boolean {
  return stored !== undefined && JSON.stringify(stored) !== JSON.stringify(otherwise ?? '');
}

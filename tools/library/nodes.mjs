// Nodes of samples and page templates against the definitions of their components.

const typeOf = (value) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

function checkValue(value, schema, path, isIllustration, faults) {
  const types = [schema.type ?? []].flat();
  const type = typeOf(value);
  if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number')))
    faults.push(`${path} must be ${types.join(' or ')}, is ${type}`);
  if (schema.enum && !schema.enum.includes(value)) faults.push(`${path} must be one of ${schema.enum.join(', ')}`);
  if (type === 'string') {
    if (value.length > (schema.maxLength ?? Infinity)) faults.push(`${path} is longer than ${schema.maxLength}`);
    if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value))
      faults.push(`${path} does not match ${schema.pattern}`);
    const illustration = /^\/assets\/illustrations\/(.+)$/.exec(value);
    if (illustration && !isIllustration(illustration[1])) faults.push(`${path}: ${value} does not exist`);
  }
  if (type === 'integer' && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity)))
    faults.push(`${path} is out of range`);
  if (type === 'array') {
    if (value.length > (schema.maxItems ?? Infinity)) faults.push(`${path} has more than ${schema.maxItems} entries`);
    value.forEach((entry, index) => checkValue(entry, schema.items ?? {}, `${path}/${index}`, isIllustration, faults));
  }
  if (type === 'object' && schema.properties) {
    for (const name of schema.required ?? []) if (!(name in value)) faults.push(`${path}/${name} is missing`);
    for (const [name, member] of Object.entries(value))
      if (schema.properties[name])
        checkValue(member, schema.properties[name], `${path}/${name}`, isIllustration, faults);
  }
}

const accepts = (slot, definition) =>
  (slot.accepts ?? ['*']).some(
    (entry) => entry === '*' || entry === definition.name || entry === `category:${definition.category}`,
  );

/** Faults of a list of nodes and all below them. `withIds`: each node must have an id, unique in the list. */
export function checkNodes(nodes, definitions, isIllustration, withIds = false) {
  const faults = [];
  const ids = new Set();
  const visit = (node, where) => {
    const definition = definitions.get(node.component);
    const path = `${where}/${node.id ?? node.component}`;
    if (!definition) return faults.push(`${path}: component "${node.component}" does not exist`);
    if (withIds && (!/^[\w-]{1,36}$/.test(node.id ?? '') || ids.has(node.id)))
      faults.push(`${path}: needs an id of its own`);
    ids.add(node.id);
    for (const [name, value] of Object.entries(node.props ?? {})) {
      const schema = definition.props?.properties?.[name];
      if (schema) checkValue(value, schema, `${path}/${name}`, isIllustration, faults);
      else faults.push(`${path}: ${node.component} has no prop "${name}"`);
    }
    for (const [name, children] of Object.entries(node.children ?? {})) {
      const slot = definition.slots?.[name];
      if (!slot) faults.push(`${path}: ${node.component} has no slot "${name}"`);
      else if (children.length > (slot.max ?? Infinity))
        faults.push(`${path}: slot "${name}" holds at most ${slot.max}`);
      for (const child of children) {
        const childDefinition = definitions.get(child.component);
        if (slot && childDefinition && !accepts(slot, childDefinition))
          faults.push(`${path}: slot "${name}" refuses ${child.component}`);
        visit(child, path);
      }
    }
  };
  for (const node of nodes) visit(node, '');
  return faults;
}

/** How many headings of level 1 the nodes make: components whose prop "level" is h1. */
export function countMainHeadings(nodes, definitions) {
  let count = 0;
  const visit = (node) => {
    const level = node.props?.level ?? definitions.get(node.component)?.props?.properties?.level?.default;
    if (level === 'h1') count += 1;
    for (const child of Object.values(node.children ?? {}).flat()) visit(child);
  };
  nodes.forEach(visit);
  return count;
}

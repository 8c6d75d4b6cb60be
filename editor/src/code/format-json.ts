const widest = 110;

/** JSON as people write it: what fits into a line stands in one, all else member by member. */
export function formatJson(value: unknown, indent = ''): string {
  const line = inOneLine(value);
  const isRoot = indent === '';
  const isTooLong = indent.length + line.length > widest;
  if (typeof value !== 'object' || value === null || (!isTooLong && !isRoot) || line === '{}' || line === '[]') return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + formatJson(item, inner)).join(',\n')}\n${indent}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{\n${members.map(([name, member]) => `${inner}${JSON.stringify(name)}: ${formatJson(member, inner)}`).join(',\n')}\n${indent}}`;
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members.length === 0 ? '{}' : `{ ${members.map(([name, member]) => `${JSON.stringify(name)}: ${inOneLine(member)}`).join(', ')} }`;
}

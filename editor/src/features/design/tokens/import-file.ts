// Files that people bring: a document of design tokens, or a resolver document with those that it refers to.
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { hasValue } from '../../../tokens/token-tree.ts';

export interface TokenFile {
  name: string;
  text: string;
}

export type Import = { kind: 'tokens'; tokens: JsonObject } | { kind: 'resolver'; resolver: JsonObject; files: JsonObject } | { kind: 'fault'; message: string };

const fault = (message: string): Import => ({ kind: 'fault', message });

export const largestFile = 1024 * 1024;

/** What the chosen files are. Several make sense only where one of them is a resolver document. */
export function readImport(files: readonly TokenFile[]): Import {
  const read: { name: string; value: JsonObject }[] = [];
  for (const { name, text } of files) {
    if (text.length > largestFile) return fault(`${name}: is larger than 1 MiB.`);
    const parsed = parse(text);
    if ('message' in parsed) return fault(`${name}: is no JSON: ${parsed.message}`);
    if (!isJsonObject(parsed.value)) return fault(`${name}: must hold an object with groups and tokens.`);
    read.push({ name, value: parsed.value });
  }
  const resolver = read.find(({ value }) => Array.isArray(value.resolutionOrder));
  if (resolver) {
    const others = read.filter((file) => file !== resolver).map(({ name, value }) => [name, value] as const);
    return { kind: 'resolver', resolver: resolver.value, files: Object.fromEntries(others) };
  }
  const [only] = read;
  if (only === undefined) return fault('No file was chosen.');
  if (read.length > 1) return fault('Choose one file with tokens, or a resolver document together with the files that it refers to.');
  return holdsToken(only.value) ? { kind: 'tokens', tokens: only.value } : fault(`${only.name}: holds no design token: none of its objects has a “$value”.`);
}

function parse(text: string): { value: JsonValue } | { message: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue };
  } catch (error) {
    return { message: error instanceof Error ? error.message : 'it can’t be read' };
  }
}

function holdsToken(place: JsonObject): boolean {
  return Object.entries(place).some(([name, member]) => isJsonObject(member) && (!name.startsWith('$') || name === '$root') && (hasValue(member) || holdsToken(member)));
}

// Tokens as a designer looks for them: by what they are for.
import type { Token } from '../../../tokens/token-tree.ts';

export const kinds = [
  { value: 'colors', label: 'Colours' },
  { value: 'typography', label: 'Typography' },
  { value: 'spacing', label: 'Spacing' },
  { value: 'radii', label: 'Radii' },
  { value: 'shadows', label: 'Shadows' },
  { value: 'others', label: 'Other' },
] as const;

export type Kind = (typeof kinds)[number]['value'];

const typeKinds: Readonly<Record<string, Kind>> = {
  color: 'colors',
  gradient: 'colors',
  fontFamily: 'typography',
  fontWeight: 'typography',
  typography: 'typography',
  shadow: 'shadows',
};

/** By its type, and of dimensions and numbers by the names in its path. */
export function kindOf({ type, path }: Pick<Token, 'type' | 'path'>): Kind {
  const kind = typeKinds[type];
  if (kind) return kind;
  const name = path.toLowerCase();
  if (type !== 'dimension' && type !== 'number') return 'others';
  if (/(^|[.-])(font|text|type|typography|leading|tracking|line-?height|letter-?spacing|paragraph)/.test(name)) return 'typography';
  if (type === 'number') return 'others';
  if (/(^|[.-])(radius|radii|rounded|corner)/.test(name)) return 'radii';
  if (/(^|[.-])(space|spacing|gap|gutter|inset|padding|margin)/.test(name)) return 'spacing';
  return 'others';
}

export interface TokenSection {
  name: string; // the path of the group, "color.pine"
  title: string; // "Pine"
  tokens: Token[];
}

/** Words of a name as people write them: "surface-muted" → "Surface muted". */
export function titleOf(name: string): string {
  const words = name.replace(/^\$root$/, 'default').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The tokens of a kind by their groups. Groups whose tokens mostly refer to others come first: they are what pages use, scales what these are made of. */
export function sectionsOf(tokens: readonly Token[], isAlias: (token: Token) => boolean): TokenSection[] {
  const sections = new Map<string, TokenSection>();
  for (const token of tokens) {
    const name = token.names.slice(0, -1).join('.');
    const section = sections.get(name) ?? { name, title: sectionTitle(token.names.slice(0, -1)), tokens: [] };
    section.tokens.push(token);
    sections.set(name, section);
  }
  const isMadeOfAliases = ({ tokens: own }: TokenSection): boolean => own.filter(isAlias).length * 2 > own.length;
  const all = [...sections.values()];
  return [...all.filter(isMadeOfAliases), ...all.filter((section) => !isMadeOfAliases(section))];
}

function sectionTitle(names: readonly string[]): string {
  // What the tab says already need not be said again.
  const said = names.length > 1 && /^(colors?|colours?)$/.test(names[0] ?? '') ? names.slice(1) : names;
  return said.map(titleOf).join(' · ') || 'Tokens';
}

/** Whether all words of a search are somewhere in the token's name, description or value. */
export function matches(token: Token, search: string, value: string): boolean {
  const where = `${token.path} ${token.names.map(titleOf).join(' ')} ${token.description} ${value}`.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => where.includes(word));
}

// Letters that don't come apart into a base letter and an accent.
const foldings: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't', ĸ: 'k', ĳ: 'ij', ŀ: 'l', ſ: 's',
};

const longest = 255;

/** The address that the server makes from a name, unless it is taken: accents folded, the rest to dashes. */
export function slugFrom(name: string): string {
  const slug = [...name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((character) => foldings[character] ?? character)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');
  return slug === '' ? 'page' : slug;
}

/** Why the server would not take an address, as a sentence; null where it would, unless another page has it. */
export function faultOfSlug(slug: string): string | null {
  if (slug === '') return 'An address is needed.';
  if (slug.length > longest) return `At most ${longest} characters, this is ${slug.length}.`;
  if (/[A-Z]/.test(slug)) return 'Only lower-case letters.';
  if (!/^[a-z0-9-]*$/.test(slug)) return 'Only letters a to z, digits and dashes.';
  if (/^-|-$/.test(slug)) return 'No dash at the beginning or the end.';
  return slug.includes('--') ? 'No two dashes in a row.' : null;
}

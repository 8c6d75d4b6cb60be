import type { CommentPerson } from '../../api/types.ts';

const mention = /<@([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})>/g;

/** What a comment is made of, in order. */
export type CommentPart = { kind: 'text'; text: string } | { kind: 'mention'; id: string; name: string };

/** `<@id>` stands for one of `people`; another one reads "somebody". */
export function partsOf(body: string, people: readonly CommentPerson[]): CommentPart[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const parts: CommentPart[] = [];
  let begin = 0;
  for (const found of body.matchAll(mention)) {
    if (found.index > begin) parts.push({ kind: 'text', text: body.slice(begin, found.index) });
    const id = found[1] ?? '';
    parts.push({ kind: 'mention', id, name: names.get(id) ?? 'somebody' });
    begin = found.index + found[0].length;
  }
  if (begin < body.length) parts.push({ kind: 'text', text: body.slice(begin) });
  return parts;
}

/** As it is written in the field: "@Ada have a look". */
export function toField(body: string, people: readonly CommentPerson[]): string {
  return partsOf(body, people)
    .map((part) => (part.kind === 'text' ? part.text : `@${part.name}`))
    .join('');
}

/** The body for what stands in the field: the names of those who were chosen become mentions. */
export function fromField(text: string, chosen: readonly CommentPerson[]): string {
  // The longest first: "@Ada Lovelace" is not "@Ada" and a word.
  const people = chosen.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
  let body = '';
  for (let at = 0; at < text.length; ) {
    const person = text[at] === '@' ? people.find(({ name }) => isNameAt(text, at + 1, name)) : undefined;
    body += person ? `<@${person.id}>` : (text[at] ?? '');
    at += person ? person.name.length + 1 : 1;
  }
  return body.trim();
}

function isNameAt(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
}

/** The beginning of a name that is being typed before the cursor, after an @; null where none is. */
export function typedName(text: string, cursor: number): { at: number; name: string } | null {
  const before = text.slice(0, cursor);
  const found = /(?:^|[\s(])@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+)?)$/u.exec(before);
  const name = found?.[1];
  return name === undefined ? null : { at: cursor - name.length - 1, name };
}

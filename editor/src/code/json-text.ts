// JSON as somebody writes it: where its first fault is, and where each of its values stands.

export interface JsonFault {
  offset: number;
  message: string;
}

export interface JsonPlace {
  start: number;
  end: number;
  members?: Map<string, JsonPlace>;
  items?: JsonPlace[];
}

export interface TextPlace {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units, as the code editor counts. */
  column: number;
}

const deepest = 200;

class Refused extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): JsonPlace {
    const root = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) this.refuse('Nothing may follow the end of the JSON.');
    return root;
  }

  private value(depth: number): JsonPlace {
    if (depth > deepest) this.refuse('This is nested too deeply.');
    this.skipSpace();
    const start = this.at;
    const letter = this.text[start];
    if (letter === '{') return this.object(start, depth);
    if (letter === '[') return this.array(start, depth);
    if (letter === '"') this.string();
    else this.word();
    return { start, end: this.at };
  }

  private object(start: number, depth: number): JsonPlace {
    const members = new Map<string, JsonPlace>();
    this.at += 1;
    if (this.skips('}')) return { start, end: this.at, members };
    do {
      this.skipSpace();
      if (this.text[this.at] !== '"') this.refuse(members.size === 0 ? 'Expected a name in quotes, or "}".' : 'Expected a name in quotes. After the last member stands no comma.');
      const begin = this.at;
      const key = this.string();
      if (members.has(key)) this.refuse(`There is another "${key}" in this object.`, begin);
      if (!this.skips(':')) this.refuse('Expected ":" after the name.');
      members.set(key, this.value(depth + 1));
    } while (this.skips(','));
    if (!this.skips('}')) this.refuse('Expected "," or "}".');
    return { start, end: this.at, members };
  }

  private array(start: number, depth: number): JsonPlace {
    const items: JsonPlace[] = [];
    this.at += 1;
    if (this.skips(']')) return { start, end: this.at, items };
    do items.push(this.value(depth + 1));
    while (this.skips(','));
    if (!this.skips(']')) this.refuse('Expected "," or "]".');
    return { start, end: this.at, items };
  }

  private string(): string {
    const start = this.at;
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const letter = this.text.charAt(this.at);
      if (letter === '"') {
        this.at += 1;
        return this.parsed(start) as string;
      }
      if (letter === '\n') break;
      if (letter === '\\') this.at += 1;
    }
    return this.refuse('This text is not closed: \'"\' is missing.', start);
  }

  private word(): void {
    const start = this.at;
    while (/[^\s,:[\]{}"]/.test(this.text[this.at] ?? ' ')) this.at += 1;
    if (this.at === start) this.refuse(start === this.text.length ? 'The JSON ends too early.' : 'Expected a value.');
    this.parsed(start);
  }

  // The rules for what stands within a word or a text are the browser's.
  private parsed(start: number): unknown {
    const piece = this.text.slice(start, this.at);
    try {
      return JSON.parse(piece);
    } catch {
      return this.refuse(piece.startsWith('"') ? 'This text has a character in it that must be escaped.' : `"${piece.slice(0, 40)}" is no value of JSON: texts stand in double quotes.`, start);
    }
  }

  private skips(letter: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== letter) return false;
    this.at += 1;
    return true;
  }

  private skipSpace(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private refuse(message: string, offset = this.at): never {
    throw new Refused(message, offset);
  }
}

/** Where the values are, or the first fault. */
export function readJson(text: string): { root: JsonPlace; fault: null } | { root: null; fault: JsonFault } {
  try {
    return { root: new Reader(text).whole(), fault: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { root: null, fault: { offset: error.offset, message: error.message } };
  }
}

/** Where the value of a JSON Pointer stands; of one that is not there, what is nearest above it. */
export function placeOfPointer(root: JsonPlace, pointer: string): JsonPlace {
  let place = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = place.members?.get(name) ?? place.items?.[Number(name)];
    if (next === undefined) break;
    place = next;
  }
  return place;
}

export function placeOfOffset(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** The text with another value for a member of its object, all else as it is written. Null: the text is no object. */
export function withMember(text: string, name: string, value: unknown): string | null {
  const { root } = readJson(text);
  if (root?.members === undefined) return null;
  const written = JSON.stringify(value);
  const place = root.members.get(name);
  if (place !== undefined) return text.slice(0, place.start) + written + text.slice(place.end);
  const separator = root.members.size > 0 ? ',' : '\n';
  return `${text.slice(0, root.start + 1)}\n  ${JSON.stringify(name)}: ${written}${separator}${text.slice(root.start + 1)}`;
}

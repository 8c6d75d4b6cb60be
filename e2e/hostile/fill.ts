/** The parts of a component's schema of props that say where words and addresses go. */
export interface PropSchema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  maxLength?: number;
  maxItems?: number;
  default?: unknown;
  properties?: Record<string, PropSchema>;
  items?: PropSchema;
}

/** A text, and whether the server takes it as an address. */
export interface Payload {
  text: string;
  isAddress: boolean;
}

/** What stands in a place of this schema that takes text, with the payload wherever it may stand; undefined where there is no such place. */
export function filled(schema: PropSchema, payload: Payload): unknown {
  if (schema.format === 'rich-text') return richText(payload);
  if (schema.format === 'image') return picture(payload);
  if (schema.type === 'string') return takes(schema, payload) ? payload.text : undefined;
  if (schema.type === 'array' && schema.items !== undefined) {
    const item = filled(schema.items, payload);
    return item === undefined ? undefined : [item];
  }
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const value = filled(member, payload);
    return value === undefined ? [] : [[name, value] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

function takes({ format, pattern, enum: choices, maxLength = Infinity }: PropSchema, { text, isAddress }: Payload): boolean {
  if (choices !== undefined || pattern !== undefined || [...text].length > maxLength) return false;
  return format === undefined || (format === 'url' && isAddress);
}

/** As a paragraph, a heading, a list, and the address of a link. */
function richText({ text, isAddress }: Payload): object {
  const words = (marks: object[] = []) => [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];
  const link = isAddress ? [{ type: 'link', attrs: { href: text } }] : [];
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: words() },
      { type: 'paragraph', content: words([{ type: 'bold' }]) },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: words(link) }] }] },
    ],
  };
}

function picture({ text, isAddress }: Payload): object {
  const isOneWord = isAddress && !/[\s,]/.test(text);
  return { src: isAddress ? text : '/picture.png', alt: text, ...(isOneWord && { srcset: `${text} 320w, ${text} 640w` }) };
}

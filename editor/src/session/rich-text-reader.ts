// Reads what somebody wrote in place back into the structure of docs/formats/rich-text.md. Only what that format knows survives, so
// anything pasted is harmless.

export interface Mark {
  type: 'link' | 'bold' | 'italic' | 'underline' | 'strike' | 'code';
  attrs?: { href: string; target?: string };
}

export interface RichTextNode {
  type: string;
  attrs?: Record<string, string | number>;
  content?: RichTextNode[];
  text?: string;
  marks?: Mark[];
}

const markOfElement: Record<string, Mark['type']> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
};

const markOrder: readonly Mark['type'][] = ['link', 'bold', 'italic', 'underline', 'strike', 'code'];
const safeAddress = /^(?:https?:|mailto:|tel:|sms:|[^a-z]|[a-z0-9+.-]*(?:[/?#]|$))/i;

export function isSafeAddress(address: string): boolean {
  return safeAddress.test(address.replace(/[\u0000-\u0020]/g, ''));
}

export function readRichText(root: Node): RichTextNode {
  const content = readBlocks(root);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

// Blocks of a container; loose text between them becomes paragraphs.
function readBlocks(container: Node): RichTextNode[] {
  const blocks: RichTextNode[] = [];
  let loose: RichTextNode[] = [];
  const flush = () => {
    const text = trimmed(loose);
    if (text.length > 0) blocks.push({ type: 'paragraph', content: text });
    loose = [];
  };
  for (const child of container.childNodes) {
    const isBlock = child instanceof Element && (blockNames.has(child.localName) || child.querySelector(blockSelector) !== null);
    if (isBlock) {
      flush();
      blocks.push(...readBlock(child));
    } else {
      readInline(child, [], loose);
    }
  }
  flush();
  return blocks;
}

const blockNames = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'section', 'article']);
const blockSelector = [...blockNames].join(',');

function readBlock(element: Element): RichTextNode[] {
  const name = element.localName;
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [withContent({ type: 'heading', attrs: { level: Math.max(2, Number(name[1])) } }, inlineOf(element))];
    case 'ul':
      return list('bulletList', element);
    case 'ol': {
      const start = Number(element.getAttribute('start') ?? 1);
      const [node] = list('orderedList', element);
      return node ? [start === 1 ? node : { type: node.type, attrs: { start }, content: node.content ?? [] }] : [];
    }
    case 'blockquote':
      return [{ type: 'blockquote', content: nonEmpty(readBlocks(element)) }];
    case 'pre': {
      const text = element.textContent.replace(/\n$/, '');
      return [text === '' ? { type: 'codeBlock' } : { type: 'codeBlock', content: [{ type: 'text', text }] }];
    }
    case 'hr':
      return [{ type: 'horizontalRule' }];
    case 'p':
      return element.querySelector(blockSelector) ? readBlocks(element) : [withContent({ type: 'paragraph' }, inlineOf(element))];
    case 'div':
      return element.querySelector(blockSelector) ? readBlocks(element) : [withContent({ type: 'paragraph' }, inlineOf(element))];
    default:
      return readBlocks(element);
  }
}

function list(type: string, element: Element): RichTextNode[] {
  const items: RichTextNode[] = [];
  for (const child of element.children) {
    const isNested = child.localName === 'ul' || child.localName === 'ol';
    const last = items.at(-1);
    if (isNested && last) last.content = [...(last.content ?? []), ...readBlock(child)];
    else items.push({ type: 'listItem', content: nonEmpty(isNested ? readBlock(child) : readBlocks(child)) });
  }
  return items.length > 0 ? [{ type, content: items }] : [];
}

function nonEmpty(blocks: RichTextNode[]): RichTextNode[] {
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
}

function withContent(node: RichTextNode, content: RichTextNode[]): RichTextNode {
  return content.length > 0 ? { ...node, content } : node;
}

function inlineOf(element: Element): RichTextNode[] {
  const inline: RichTextNode[] = [];
  for (const child of element.childNodes) readInline(child, [], inline);
  return trimmed(inline);
}

function readInline(node: Node, marks: readonly Mark[], into: RichTextNode[]): void {
  if (node.nodeType === Node.TEXT_NODE) {
    addText(collapsed(node.nodeValue ?? ''), marks, into);
  } else if (node instanceof Element) {
    if (node.localName === 'br') into.push({ type: 'hardBreak' });
    else if (node.localName !== 'script' && node.localName !== 'style') {
      const inner = withMark(marks, markOf(node));
      for (const child of node.childNodes) readInline(child, inner, into);
    }
  }
}

function collapsed(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replaceAll('\u00a0', ' ');
}

function markOf(element: Element): Mark | null {
  if (element.localName === 'a') {
    const href = element.getAttribute('href') ?? '';
    if (href === '' || !isSafeAddress(href)) return null;
    return { type: 'link', attrs: element.getAttribute('target') === '_blank' ? { href, target: '_blank' } : { href } };
  }
  const type = markOfElement[element.localName];
  return type ? { type } : null;
}

function withMark(marks: readonly Mark[], mark: Mark | null): readonly Mark[] {
  if (!mark || marks.some(({ type }) => type === mark.type)) return marks;
  return [...marks, mark].sort((left, right) => markOrder.indexOf(left.type) - markOrder.indexOf(right.type));
}

function addText(text: string, marks: readonly Mark[], into: RichTextNode[]): void {
  if (text === '') return;
  const last = into.at(-1);
  if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text = (last.text ?? '') + text;
  else into.push(marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text });
}

// Without the white space at both ends, and without the break that browsers keep at the end of a line.
function trimmed(inline: readonly RichTextNode[]): RichTextNode[] {
  const nodes = inline.map((node) => ({ ...node }));
  while (nodes.at(-1)?.type === 'hardBreak') nodes.pop();
  const [first] = nodes;
  if (first?.type === 'text') first.text = first.text?.trimStart() ?? '';
  const last = nodes.at(-1);
  if (last?.type === 'text') last.text = last.text?.trimEnd() ?? '';
  return nodes.filter((node) => node.type !== 'text' || node.text !== '');
}

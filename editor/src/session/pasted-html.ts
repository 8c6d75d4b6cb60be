// Content from elsewhere as components: headings, texts with their lists and links, tables and pictures. It is read, never run or shown:
// what is not known here (scripts, styles, handlers, frames) is left behind.
import type { NestedNode } from '../engine/document.ts';
import type { JsonObject, JsonValue } from '../engine/json.ts';

import type { ComponentLibrary } from './component-library.ts';
import { freshId } from './ids.ts';
import { isSafeAddress, readRichText } from './rich-text-reader.ts';

const left = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'head', 'meta', 'link', 'title', 'base', 'hr', 'input', 'select', 'textarea', 'video', 'audio', 'canvas']);
const parts = 'h1, h2, h3, h4, h5, h6, table, img, p, div, ul, ol, blockquote, pre, section, article, header, footer, main, nav, aside, figure, dl';
const mostItems = 100; // that the component of a list takes
const buttonLook = /(^|[\s_-])(btn|button)($|[\s_-])/i;

export function nodesFromHtml(html: string, library: ComponentLibrary): NestedNode[] {
  return new HtmlReader(library).read(new DOMParser().parseFromString(html, 'text/html').body);
}

// Paragraphs are told apart by empty lines; a single address of a picture is that picture.
export function nodesFromText(text: string, library: ComponentLibrary): NestedNode[] {
  const trimmed = text.trim();
  const reader = new HtmlReader(library);
  const body = inertDocument().createElement('div');
  if (/^https?:\/\/\S+\.(png|jpe?g|gif|webp|avif|svg)(\?\S*)?$/i.test(trimmed)) {
    body.append(Object.assign(body.ownerDocument.createElement('img'), { src: trimmed }));
    return reader.read(body);
  }
  for (const paragraph of trimmed.split(/\r?\n\s*\r?\n/)) {
    const element = body.ownerDocument.createElement('p');
    paragraph.split(/\r?\n/).forEach((line, index) => {
      if (index > 0) element.append(body.ownerDocument.createElement('br'));
      element.append(line);
    });
    body.append(element);
  }
  return reader.read(body);
}

// In the editor's own document, a picture would be fetched from wherever it is.
function inertDocument(): Document {
  return document.implementation.createHTMLDocument();
}

class HtmlReader {
  private readonly library: ComponentLibrary;
  private readonly inert = inertDocument();
  private readonly nodes: NestedNode[] = [];
  private readonly flow: Node[] = []; // what goes into the next text

  constructor(library: ComponentLibrary) {
    this.library = library;
  }

  read(container: Element): NestedNode[] {
    this.walk(container);
    this.endText();
    return this.nodes;
  }

  private walk(container: Node): void {
    for (const child of container.childNodes) {
      if (child instanceof Element) this.take(child);
      else if (child.nodeType === Node.TEXT_NODE) this.flow.push(child);
    }
  }

  private take(element: Element): void {
    const name = element.localName;
    if (left.has(name)) return;
    if (/^h[1-6]$/.test(name)) return this.heading(element, Number(name[1]));
    if (name === 'table') return this.table(element);
    if (name === 'img') return this.picture(element, '');
    if (name === 'figure') return this.figure(element);
    if ((name === 'ul' || name === 'ol') && isPlainList(element)) return this.list(element, name === 'ol');
    if ((name === 'a' || name === 'button') && isButton(element)) return this.button(element);
    // Lists and quotes keep what is inside of them together; anything else that has parts is only a box around them.
    const isKept = ['ul', 'ol', 'blockquote', 'pre'].includes(name) && !element.querySelector('table, img');
    if (isKept || !element.querySelector(parts)) this.flow.push(element);
    else if (element.matches(parts)) this.boxes([element]);
    else this.walk(element);
  }

  private boxes(elements: readonly Element[]): void {
    for (const element of elements) {
      this.breakLine();
      this.walk(element);
    }
    this.breakLine();
  }

  // The loose texts of one box are a paragraph, and don't run on into those of the next.
  private breakLine(): void {
    if (this.flow.length > 0) this.flow.push(this.inert.createElement('hr'));
  }

  private endText(): void {
    const body = this.inert.createElement('div');
    let loose: Element | null = null;
    for (const node of this.flow.splice(0)) {
      const isBlock = node instanceof Element && node.matches(`${parts}, hr`);
      if (isBlock) loose = null;
      if (node instanceof Element && node.localName === 'hr') continue;
      if (isBlock) {
        body.append(node.cloneNode(true));
      } else {
        if (!loose) body.append((loose = body.ownerDocument.createElement('p')));
        loose.append(node.cloneNode(true));
      }
    }
    for (const element of body.querySelectorAll([...left].join(', '))) element.remove();
    if (body.textContent.trim() === '') return;
    const read = readRichText(body);
    const content = (read.content ?? []).filter((block) => block.type !== 'paragraph' || block.content);
    this.add('text', { body: { type: 'doc', content } as unknown as JsonObject });
  }

  private heading(element: Element, level: number): void {
    const text = wordsOf(element, 300);
    if (text === '') return this.walk(element);
    this.endText();
    // The title of the page is its heading of level 1.
    this.add('heading', { text, level: `h${String(Math.max(2, level))}` });
  }

  private figure(element: Element): void {
    const picture = element.querySelector('img');
    if (!picture || element.querySelector('table')) return this.walk(element);
    this.picture(picture, wordsOf(element.querySelector('figcaption'), 300));
  }

  private picture(element: Element, caption: string): void {
    const src = element.getAttribute('src') ?? '';
    // Pictures inside of the text itself (data:) and those on somebody's disk can't be shown to visitors.
    if (!/^https?:\/\//i.test(src) || src.length > 2000) return;
    this.endText();
    const alt = (element.getAttribute('alt') ?? '').slice(0, 500);
    this.add('image', { image: { src, alt }, ...(caption === '' ? {} : { caption }) });
  }

  private list(element: Element, isNumbered: boolean): void {
    this.endText();
    const items = [...element.children].map((item) => ({ title: wordsOf(item, 300), text: '', url: '' }));
    this.add('list', { items, kind: isNumbered ? 'numbers' : 'bullets' });
  }

  private button(element: Element): void {
    const [label, url] = [wordsOf(element, 120), element.getAttribute('href') ?? '#'];
    if (label === '') return;
    this.endText();
    this.add('button', { label, url: isSafeAddress(url) && url.length <= 2000 ? url : '#' });
  }

  private table(element: Element): void {
    const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element).map(cellsOf);
    const width = Math.min(12, Math.max(0, ...rows.map((row) => row.length)));
    const first = element.querySelector('tr');
    // A table of one column is boxes that somebody laid out with a table.
    if (width < 2 || !first) return this.boxes([...element.querySelectorAll('td, th')].filter((cell) => cell.closest('table') === element));
    this.endText();
    const hasHead = first.closest('thead') !== null || [...first.children].every((cell) => cell.localName === 'th');
    const head = hasHead ? rows.shift() : undefined;
    const columns = Array.from({ length: width }, (_, index) => ({ label: head?.[index]?.slice(0, 200) ?? '', align: 'start' }));
    const filled = rows.slice(0, 500).map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
    this.add('table', { caption: wordsOf(element.querySelector('caption'), 200), columns, rows: filled, row_headers: false });
  }

  private add(component: string, props: Record<string, JsonValue>): void {
    if (this.library.find(component)) this.nodes.push({ id: freshId(), component, props });
  }
}

function cellsOf(row: Element): string[] {
  return [...row.children].flatMap((cell) => {
    const span = Math.min(12, Math.max(1, Number(cell.getAttribute('colspan') ?? 1) || 1));
    return [wordsOf(cell, 500), ...Array.from({ length: span - 1 }, () => '')];
  });
}

// Items of words alone: what is linked, marked or nested, or too long, is a part of a text.
function isPlainList(list: Element): boolean {
  const items = [...list.children];
  const isPlain = (item: Element) => item.localName === 'li' && !item.querySelector('a, b, strong, i, em, u, s, code, ul, ol, img, table') && item.textContent.trim() !== '';
  return items.length > 0 && items.length <= mostItems && items.every(isPlain);
}

function isButton(element: Element): boolean {
  return element.localName === 'button' || element.getAttribute('role') === 'button' || buttonLook.test(element.className);
}

function wordsOf(element: Element | null, limit: number): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('script, style, template')) hidden.remove();
  return [...copy.textContent.replace(/\s+/g, ' ').trim()].slice(0, limit).join('');
}

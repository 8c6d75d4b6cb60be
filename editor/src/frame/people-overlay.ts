// Who else is on the page: their selections outlined in their colours with their names, their cursors, and where they type. In the
// overlay's shadow root. Drawn at most once a frame, and only where somebody is.
import type { ShownPerson } from '../canvas/protocol.ts';

import type { NodeIndex } from './node-index.ts';
import peopleCss from './people-overlay.css?inline';

// More would hide the page.
const mostOutlines = 60;

interface Shown {
  outlines: Map<string, HTMLElement>; // by node
  cursor: HTMLElement;
}

export class PeopleOverlay {
  private readonly index: NodeIndex;
  private readonly layer = document.createElement('div');
  private readonly shown = new Map<string, Shown>(); // by client
  private people: readonly ShownPerson[] = [];
  private isVisible = true;
  private frame = 0;
  private readonly resizes = new ResizeObserver(() => this.refresh());

  constructor(root: ShadowRoot, index: NodeIndex) {
    this.index = index;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(peopleCss);
    root.adoptedStyleSheets.push(sheet);
    this.layer.className = 'people';
    root.prepend(this.layer);
    addEventListener('scroll', () => this.followScrolling(), { capture: true, passive: true });
    addEventListener('resize', () => this.refresh());
  }

  show(people: readonly ShownPerson[]): void {
    this.people = people;
    const here = new Set(people.map(({ client }) => client));
    for (const [client, { outlines, cursor }] of this.shown) {
      if (here.has(client)) continue;
      cursor.remove();
      for (const outline of outlines.values()) outline.remove();
      this.shown.delete(client);
    }
    this.resizes.disconnect();
    if (people.length > 0) this.resizes.observe(document.body);
    this.refresh();
  }

  // Whether anybody would see the own cursor.
  isAnybodyHere(): boolean {
    return this.people.length > 0;
  }

  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.refresh();
  }

  // Draws anew before the next paint.
  refresh(): void {
    if (this.people.length === 0) return;
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
      this.layer.classList.remove('scrolling');
    });
  }

  // Cursors glide from place to place; with the page they move at once.
  private followScrolling(): void {
    if (this.people.length === 0) return;
    this.layer.classList.add('scrolling');
    this.refresh();
  }

  // Everything is measured before anything is changed: the page is laid out once, however many people are on it.
  private draw(): void {
    this.layer.hidden = !this.isVisible;
    if (!this.isVisible) return;
    let room = mostOutlines;
    const measured = this.people.map((person) => {
      const nodes = new Set(person.editing === null ? person.selection : [person.editing, ...person.selection]);
      const boxes: [id: string, rect: DOMRect][] = [];
      for (const id of nodes) {
        const rect = room > 0 ? this.visibleRect(id) : null;
        if (!rect) continue;
        boxes.push([id, rect]);
        room -= 1;
      }
      const around = person.cursor && this.index.owner(person.cursor.node)?.getBoundingClientRect();
      return { person, boxes, around: around ?? null };
    });
    for (const { person, boxes, around } of measured) {
      const shown = this.shownOf(person);
      const ids = new Set(boxes.map(([id]) => id));
      for (const [id, outline] of shown.outlines) {
        if (ids.has(id)) continue;
        outline.remove();
        shown.outlines.delete(id);
      }
      boxes.forEach(([id, rect], position) => this.drawOutline(shown, person, id, rect, position === 0));
      this.drawCursor(shown.cursor, person, around);
    }
  }

  private visibleRect(id: string): DOMRect | null {
    const rect = this.index.element(id)?.getBoundingClientRect();
    if (!rect || rect.bottom < 0 || rect.top > innerHeight || (rect.width === 0 && rect.height === 0)) return null;
    return rect;
  }

  private shownOf(person: ShownPerson): Shown {
    const known = this.shown.get(person.client);
    if (known) return known;
    const cursor = document.createElement('div');
    cursor.className = 'cursor';
    cursor.innerHTML = '<svg viewBox="0 0 16 20" aria-hidden="true"><path d="M1 1v15l4.2-3.6 2.7 6 2.6-1.2-2.7-5.8H14z"/></svg><span></span>';
    const fresh = { outlines: new Map<string, HTMLElement>(), cursor };
    this.shown.set(person.client, fresh);
    this.layer.append(cursor);
    return fresh;
  }

  private drawOutline(shown: Shown, person: ShownPerson, id: string, rect: DOMRect, isNamed: boolean): void {
    let outline = shown.outlines.get(id);
    if (!outline) {
      outline = document.createElement('div');
      shown.outlines.set(id, outline);
      this.layer.append(outline);
    }
    const isTyping = person.editing === id;
    outline.className = 'person';
    outline.classList.toggle('typing', isTyping);
    outline.classList.toggle('at-bottom', rect.bottom > innerHeight - 20);
    outline.style.setProperty('--person', person.color);
    outline.style.translate = `${String(rect.left)}px ${String(rect.top)}px`;
    outline.style.width = `${String(rect.width)}px`;
    outline.style.height = `${String(rect.height)}px`;
    if (isNamed) outline.dataset.name = isTyping ? `${person.name} is typing` : person.name;
    else delete outline.dataset.name;
  }

  private drawCursor(cursor: HTMLElement, { cursor: place, color, name }: ShownPerson, around: DOMRect | null): void {
    cursor.hidden = !place || !around;
    if (!place || !around) return;
    cursor.style.setProperty('--person', color);
    cursor.style.translate = `${String(around.left + (around.width * place.x) / 10_000)}px ${String(around.top + (around.height * place.y) / 10_000)}px`;
    const label = cursor.querySelector('span');
    if (label) label.textContent = name;
  }
}

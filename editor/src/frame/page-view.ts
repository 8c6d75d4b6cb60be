import type { Patch } from '../engine/patch.ts';
import type { ComponentRules } from '../session/slot-rules.ts';

import { morph } from './morph.ts';
import { NodeIndex } from './node-index.ts';
import { hideAllPlaceholders, hidePlaceholder, placeholderName, showPlaceholder } from './placeholders.ts';
import { PageStyle } from './rules-sheet.ts';

// The page as the canvas shows it: opened once, then brought up to date patch by patch.
export class PageView {
  readonly index = new NodeIndex();
  private readonly style: PageStyle;
  private hasZones = true;
  private revealed: string | null = null;
  private rules: Readonly<Record<string, ComponentRules>> = {};

  private held: { id: string; html: string | null } | null = null;

  constructor(canvasCss: string) {
    this.style = new PageStyle(canvasCss);
  }

  // While somebody types in a node its own markup is ahead of the engine's answer: updates of it wait.
  hold(id: string): void {
    this.held = { id, html: null };
  }

  release(): void {
    const { held } = this;
    this.held = null;
    if (held && held.html !== null) this.update(held.id, held.html);
  }

  setRules(rules: Readonly<Record<string, ComponentRules>>): void {
    this.rules = rules;
  }

  open(html: string, components: Readonly<Record<string, string>>): void {
    const page = new DOMParser().parseFromString(html, 'text/html');
    replaceAttributes(document.documentElement, page.documentElement);
    replaceAttributes(document.body, page.body);
    const sheet = (selector: string) => [...page.querySelectorAll(selector)].map((style) => style.textContent).join('\n');
    this.style.open(sheet('head style[data-sheet="tokens"]'), sheet('head style:not([data-sheet="tokens"])'));
    document.title = page.title;
    document.body.replaceChildren(...[...page.body.childNodes].map((node) => document.adoptNode(node)));
    const root = document.querySelector('main') ?? document.body;
    this.index.open(root, components);
    this.refreshAllPlaceholders();
  }

  apply(patches: readonly Patch[], components: Readonly<Record<string, string>>): void {
    this.index.addComponents(components);
    for (const patch of patches) this.applyOne(patch);
  }

  private applyOne(patch: Patch): void {
    switch (patch.type) {
      case 'insert':
        return this.insert(patch);
      case 'remove':
        return this.remove(patch.id);
      case 'move':
        return this.move(patch);
      case 'update':
        return this.update(patch.id, patch.html);
      case 'css':
        return this.style.append(patch.css);
      case 'page':
        document.documentElement.lang = patch.language;
        return this.style.setTokens(patch.token_css);
    }
  }

  private insert(patch: Extract<Patch, { type: 'insert' }>): void {
    const element = elementOf(patch.html);
    if (!element || !this.place(element, patch)) return;
    this.index.addSubtree(element);
    for (const child of [element, ...element.querySelectorAll<HTMLElement>('[data-node]')]) {
      this.refreshPlaceholders(child.dataset.node ?? null);
    }
    this.refreshPlaceholders(patch.parent);
  }

  private remove(id: string): void {
    const element = this.index.element(id);
    if (!element) return;
    const parent = ownerOf(element);
    element.remove();
    this.index.removeSubtree(element);
    this.refreshPlaceholders(parent);
  }

  private move(patch: Extract<Patch, { type: 'move' }>): void {
    const element = this.index.element(patch.id);
    if (!element) return;
    const from = ownerOf(element);
    if (!this.place(element, patch)) return;
    this.refreshPlaceholders(from);
    this.refreshPlaceholders(patch.parent);
  }

  private update(id: string, html: string): void {
    if (this.held?.id === id) {
      this.held.html = html;
      return;
    }
    const element = this.index.element(id);
    const fresh = elementOf(html);
    if (!element || !fresh) return;
    if (element.nodeName === fresh.nodeName) {
      morph(element, fresh);
      this.index.forgetSlots(element);
    } else {
      this.replace(element, fresh);
    }
    this.refreshPlaceholders(id);
  }

  // A heading whose level changed is another element; what stands in its slots goes over.
  private replace(element: HTMLElement, fresh: HTMLElement): void {
    const slots = this.index.slotsOf(element);
    for (const [name, { start, end }] of this.index.slotsOf(fresh)) {
      const old = slots.get(name);
      if (!old) continue;
      while (start.nextSibling && start.nextSibling !== end) start.nextSibling.remove();
      while (old.start.nextSibling && old.start.nextSibling !== old.end) end.before(old.start.nextSibling);
    }
    element.replaceWith(fresh);
    this.index.addSubtree(fresh);
  }

  private place(element: HTMLElement, patch: { parent: string | null; slot: string; before: string | null }): boolean {
    const before = patch.before === null ? undefined : this.index.element(patch.before);
    if (before?.parentNode) {
      before.before(element);
      return true;
    }
    const owner = this.index.owner(patch.parent);
    const markers = owner && this.index.slotsOf(owner).get(patch.slot);
    if (!markers) return false;
    markers.end.before(element);
    return true;
  }

  // On the page as it is published there are no zones.
  setZones(areShown: boolean): void {
    if (areShown === this.hasZones) return;
    this.hasZones = areShown;
    if (areShown) this.refreshAllPlaceholders();
    else hideAllPlaceholders();
  }

  // While something is dragged over a node, its empty slots show.
  revealSlots(id: string | null): void {
    if (id === this.revealed) return;
    const before = this.revealed;
    this.revealed = id;
    if (before !== null) {
      const owner = this.index.owner(before);
      if (owner) for (const markers of this.index.slotsOf(owner).values()) hidePlaceholder(markers);
      this.refreshPlaceholders(before);
    }
    if (id !== null) this.refreshPlaceholders(id);
  }

  slotLabel(id: string | null, slot: string): string {
    if (id === null) return 'Drag a component here, or choose one from the list';
    return this.rules[this.index.component(id)]?.slots[slot]?.label ?? slot;
  }

  private refreshAllPlaceholders(): void {
    this.refreshPlaceholders(null);
    for (const id of this.index.ids()) this.refreshPlaceholders(id);
  }

  private refreshPlaceholders(id: string | null): void {
    const owner = this.hasZones ? this.index.owner(id) : null;
    if (!owner) return;
    for (const [slot, markers] of this.index.slotsOf(owner)) {
      showPlaceholder(markers, this.slotLabel(id, slot), id !== null && id === this.revealed);
    }
  }
}

// The node that an element's slot belongs to.
export function ownerOf(element: HTMLElement): string | null {
  return element.parentElement?.closest<HTMLElement>('[data-node]')?.dataset.node ?? null;
}

function elementOf(html: string): HTMLElement | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.querySelector<HTMLElement>(`:scope > :not(${placeholderName})`) ?? template.content.firstElementChild;
  return element instanceof HTMLElement ? document.importNode(element, true) : null;
}

function replaceAttributes(element: Element, from: Element): void {
  for (const { name } of [...element.attributes]) element.removeAttribute(name);
  for (const { name, value } of [...from.attributes]) element.setAttribute(name, value);
}

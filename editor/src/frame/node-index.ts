import { findSlots, type SlotMarkers } from './slots.ts';

// Elements by node id, and what component each is. An attribute selector would search the whole page at every patch.
export class NodeIndex {
  private readonly elements = new Map<string, HTMLElement>();
  private readonly components = new Map<string, string>();
  private readonly slots = new WeakMap<Element, Map<string, SlotMarkers>>();
  private root: HTMLElement | null = null;

  open(root: HTMLElement, components: Readonly<Record<string, string>>): void {
    this.elements.clear();
    this.components.clear();
    this.root = root;
    this.addComponents(components);
    this.addSubtree(root);
  }

  addComponents(components: Readonly<Record<string, string>>): void {
    for (const [id, component] of Object.entries(components)) this.components.set(id, component);
  }

  addSubtree(element: HTMLElement): void {
    if (element.dataset.node !== undefined) this.elements.set(element.dataset.node, element);
    for (const child of element.querySelectorAll<HTMLElement>('[data-node]')) this.elements.set(child.dataset.node ?? '', child);
  }

  removeSubtree(element: HTMLElement): void {
    for (const child of [element, ...element.querySelectorAll<HTMLElement>('[data-node]')]) {
      const id = child.dataset.node ?? '';
      if (this.elements.get(id) === child) this.elements.delete(id);
    }
  }

  element(id: string): HTMLElement | undefined {
    return this.elements.get(id);
  }

  // The element of a slot's owner; null is the page itself.
  owner(id: string | null): HTMLElement | null {
    return id === null ? this.root : (this.elements.get(id) ?? null);
  }

  component(id: string): string {
    return this.components.get(id) ?? '';
  }

  ids(): Iterable<string> {
    return this.elements.keys();
  }

  // With one more node, or without it: what it holds and what holds it gives way to it.
  toggled(selected: readonly string[], id: string): readonly string[] {
    if (selected.includes(id)) return selected.filter((other) => other !== id);
    const element = this.elements.get(id);
    const isApart = (other: HTMLElement | undefined) => !element || !other || !(other.contains(element) || element.contains(other));
    return [...selected.filter((other) => isApart(this.elements.get(other))), id];
  }

  slotsOf(owner: HTMLElement): Map<string, SlotMarkers> {
    const known = this.slots.get(owner);
    if (known) return known;
    const found = findSlots(owner);
    this.slots.set(owner, found);
    return found;
  }

  forgetSlots(owner: HTMLElement): void {
    this.slots.delete(owner);
  }
}

// The node that a part of the page belongs to.
export function nodeAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-node]') : null;
}

export function idOf(element: HTMLElement): string {
  return element.dataset.node ?? '';
}

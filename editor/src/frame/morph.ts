// Brings an element in line with new markup in place, so that focus, scroll positions, open details and the contents of slots stay.
import { findSlots, openedSlot, type SlotMarkers } from './slots.ts';

// Attributes that the browser or the canvas adds by itself.
function isKept(element: Element, name: string): boolean {
  return name === 'open' && element.localName === 'details';
}

export function morph(old: Element, fresh: Element): void {
  morphElement(old, fresh, findSlots(old));
}

function morphElement(old: Element, fresh: Element, slots: Map<string, SlotMarkers>): void {
  syncAttributes(old, fresh);
  let current: ChildNode | null = old.firstChild;
  let next: ChildNode | null;
  for (let wanted: ChildNode | null = fresh.firstChild; wanted; wanted = next) {
    next = wanted.nextSibling;
    const slot = openedSlot(wanted);
    const markers = slot === null ? undefined : slots.get(slot);
    if (slot !== null && markers) {
      next = skipSlot(wanted, slot);
      current = placeSlot(old, current, markers);
      slots.delete(slot);
      continue;
    }
    while (current && isOldSlotStart(current, slots)) current = afterSlot(current, slots);
    if (current && isSameKind(current, wanted)) {
      const following: ChildNode | null = current.nextSibling;
      if (current instanceof Element) morphElement(current, wanted as Element, slots);
      else if (current.nodeValue !== wanted.nodeValue) current.nodeValue = wanted.nodeValue;
      current = following;
    } else {
      old.insertBefore(wanted, current);
    }
  }
  removeRest(old, current, slots);
}

function isSameKind(current: ChildNode, wanted: ChildNode): boolean {
  if (current.nodeType !== wanted.nodeType) return false;
  return !(current instanceof Element) || current.nodeName === wanted.nodeName;
}

// A slot that is still to be placed: its content stays in the document until then.
function isOldSlotStart(node: ChildNode, slots: Map<string, SlotMarkers>): boolean {
  const name = openedSlot(node);
  return name !== null && slots.get(name)?.start === node;
}

function afterSlot(start: ChildNode, slots: Map<string, SlotMarkers>): ChildNode | null {
  const name = openedSlot(start) ?? '';
  return slots.get(name)?.end.nextSibling ?? start.nextSibling;
}

// Puts a slot with all that it holds before `current`; gives what stands after it.
function placeSlot(parent: Element, current: ChildNode | null, { start, end }: SlotMarkers): ChildNode | null {
  let before = current;
  if (start.parentNode === parent) {
    // Commonly it is where it should be, or only a few leftovers stand in between.
    if (before === start) return end.nextSibling;
  }
  let node: ChildNode | null = start;
  while (node) {
    const following: ChildNode | null = node.nextSibling;
    if (before === node) before = following;
    parent.insertBefore(node, before);
    if (node === end) break;
    node = following;
  }
  return before;
}

// In new markup a slot's two comments stand next to each other.
function skipSlot(start: ChildNode, name: string): ChildNode | null {
  for (let node = start.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === Node.COMMENT_NODE && node.nodeValue === `/slot ${name}`) return node.nextSibling;
  }
  return start.nextSibling;
}

function removeRest(parent: Element, from: ChildNode | null, slots: Map<string, SlotMarkers>): void {
  let node = from;
  while (node) {
    const following: ChildNode | null = isOldSlotStart(node, slots) ? afterSlot(node, slots) : node.nextSibling;
    if (isOldSlotStart(node, slots)) {
      // The slot will find its place further on, or goes with the component's new shape.
      let child: ChildNode | null = node;
      const stop = following;
      const shelter = document.createDocumentFragment();
      while (child && child !== stop) {
        const after: ChildNode | null = child.nextSibling;
        shelter.append(child);
        child = after;
      }
    } else {
      parent.removeChild(node);
    }
    node = following;
  }
}

function syncAttributes(old: Element, fresh: Element): void {
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value && !isKept(old, name)) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !isKept(old, name)) old.removeAttribute(name);
  }
  if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement) {
    if (old.value !== fresh.defaultValue) old.value = fresh.defaultValue;
    if (old.checked !== fresh.defaultChecked) old.checked = fresh.defaultChecked;
  } else if (old instanceof HTMLTextAreaElement && old.value !== fresh.textContent) {
    old.value = fresh.textContent;
  }
}

// Brings an element in line with new markup in place, so that focus, scroll positions, open details and the contents of slots stay.
import { closedSlot, findSlots, openedSlot, type SlotMarkers } from './slots.ts';

type Slots = Map<string, SlotMarkers>;

export function morph(old: Element, fresh: Element): void {
  morphElement(old, fresh, findSlots(old));
}

// `slots` are those of the old element that have not found their place in the new markup yet.
function morphElement(old: Element, fresh: Element, slots: Slots): void {
  syncAttributes(old, fresh);
  let current: ChildNode | null = old.firstChild;
  let next: ChildNode | null;
  for (let wanted: ChildNode | null = fresh.firstChild; wanted; wanted = next) {
    next = wanted.nextSibling;
    const name = openedSlot(wanted);
    const markers = name === null ? undefined : slots.get(name);
    if (name !== null && markers) {
      next = afterEmptySlot(wanted, name);
      current = placeSlot(old, current, markers);
      slots.delete(name);
      continue;
    }
    const match = findMatch(current, wanted, slots);
    if (match) {
      if (match === current) current = match.nextSibling;
      else old.insertBefore(match, current);
      if (match instanceof Element) morphElement(match, wanted as Element, slots);
      else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
    } else {
      current = insertFresh(old, wanted, current, slots);
    }
  }
  removeFrom(current, slots);
}

// The first of the old siblings that can become the wanted one; slots are stepped over.
function findMatch(current: ChildNode | null, wanted: ChildNode, slots: Slots): ChildNode | null {
  let node = current;
  while (node) {
    const markers = oldSlot(node, slots);
    if (!markers && isSameKind(node, wanted)) return node;
    node = (markers?.end ?? node).nextSibling;
  }
  return null;
}

// Elements are the same part of a component where their tag and their first class agree; the others say how it looks.
function isSameKind(node: ChildNode, wanted: ChildNode): boolean {
  if (node.nodeType !== wanted.nodeType) return false;
  if (!(node instanceof Element) || !(wanted instanceof Element)) return true;
  return node.nodeName === wanted.nodeName && node.classList[0] === wanted.classList[0];
}

// New markup goes in before `current`; slots inside of it are filled with what the old ones hold. Gives what stands after it.
function insertFresh(parent: Element, wanted: ChildNode, current: ChildNode | null, slots: Slots): ChildNode | null {
  let after = current;
  parent.insertBefore(wanted, after);
  if (!(wanted instanceof Element)) return after;
  for (const [name, fresh] of findSlots(wanted)) {
    const old = slots.get(name);
    if (!old) continue;
    if (after === old.start) after = old.end.nextSibling;
    slots.delete(name);
    moveRange(old, fresh.start.parentNode as Element, fresh.start);
    fresh.start.remove();
    fresh.end.remove();
  }
  return after;
}

// The slot that this old node opens, as long as it has not found its place.
function oldSlot(node: ChildNode, slots: Slots): SlotMarkers | null {
  const name = openedSlot(node);
  const markers = name === null ? undefined : slots.get(name);
  return markers?.start === node ? markers : null;
}

// Puts a slot with all that it holds before `current`, unless it is there already; gives what stands after it.
function placeSlot(parent: Element, current: ChildNode | null, markers: SlotMarkers): ChildNode | null {
  if (current === markers.start) return markers.end.nextSibling;
  moveRange(markers, parent, current);
  return current;
}

// `before` stands outside of the slot.
function moveRange({ start, end }: SlotMarkers, parent: Element, before: ChildNode | null): void {
  let node: ChildNode | null = start;
  while (node) {
    const following: ChildNode | null = node === end ? null : node.nextSibling;
    parent.insertBefore(node, before);
    node = following;
  }
}

// In new markup a slot's two comments stand next to each other.
function afterEmptySlot(start: ChildNode, name: string): ChildNode | null {
  for (let node = start.nextSibling; node; node = node.nextSibling) {
    if (closedSlot(node) === name) return node.nextSibling;
  }
  return null;
}

// Takes away what the new markup has no more. A slot that is still to be placed stays whole, so that it can be.
function removeFrom(from: ChildNode | null, slots: Slots): void {
  let node = from;
  while (node) {
    const markers = oldSlot(node, slots);
    const following: ChildNode | null = markers ? markers.end.nextSibling : node.nextSibling;
    if (markers) moveRange(markers, document.createElement('div'), null);
    else node.remove();
    node = following;
  }
}

// What the browser changes by itself, and the author wants to keep.
function isKept(element: Element, name: string): boolean {
  return name === 'open' && element.localName === 'details';
}

function syncAttributes(old: Element, fresh: Element): void {
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value && !isKept(old, name)) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !isKept(old, name)) old.removeAttribute(name);
  }
  if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement) {
    if (old.value !== fresh.value) old.value = fresh.value;
    if (old.checked !== fresh.defaultChecked) old.checked = fresh.defaultChecked;
  } else if (old instanceof HTMLTextAreaElement && old.value !== fresh.textContent) {
    old.value = fresh.textContent;
  }
}

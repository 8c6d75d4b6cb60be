// Finding slots in the page's markup: a slot's children stand between the comments <!--slot name--> and <!--/slot name-->.

export interface SlotMarkers {
  start: Comment;
  end: Comment;
}

const startPrefix = 'slot ';
const endPrefix = '/slot ';

// The name of the slot that a comment opens, or null.
export function openedSlot(node: Node): string | null {
  return node.nodeType === Node.COMMENT_NODE && node.nodeValue?.startsWith(startPrefix)
    ? node.nodeValue.slice(startPrefix.length)
    : null;
}

export function closedSlot(node: Node): string | null {
  return node.nodeType === Node.COMMENT_NODE && node.nodeValue?.startsWith(endPrefix)
    ? node.nodeValue.slice(endPrefix.length)
    : null;
}

// The slots of one component's own markup, by name. What stands inside of a slot belongs to other components and is stepped over.
export function findSlots(root: Element): Map<string, SlotMarkers> {
  const found = new Map<string, SlotMarkers>();
  collect(root, found);
  return found;
}

function collect(parent: Node, found: Map<string, SlotMarkers>): void {
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    const name = openedSlot(child);
    if (name !== null) {
      const end = endOf(child, name);
      if (!end) continue;
      if (!found.has(name)) found.set(name, { start: child as Comment, end });
      child = end;
    } else if (child.nodeType === Node.ELEMENT_NODE && !(child as Element).hasAttribute('data-node')) {
      collect(child, found);
    }
  }
}

function endOf(start: Node, name: string): Comment | null {
  for (let node = start.nextSibling; node; node = node.nextSibling) {
    if (closedSlot(node) === name) return node as Comment;
  }
  return null;
}

// The nodes of a slot's children, without the canvas's own placeholder.
export function slotChildren({ start, end }: SlotMarkers): HTMLElement[] {
  const children: HTMLElement[] = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) {
    if (node instanceof HTMLElement && node.dataset.node !== undefined) children.push(node);
  }
  return children;
}

export function isEmptySlot({ start, end }: SlotMarkers): boolean {
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) {
    if (node instanceof HTMLElement && node.dataset.node !== undefined) return false;
  }
  return true;
}

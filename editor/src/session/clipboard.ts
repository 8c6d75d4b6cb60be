// Copying between places, pages, tabs and organisations by the system's clipboard, and pasting what comes from elsewhere.
import type { NestedNode } from '../engine/document.ts';
import { EngineRefusal } from '../engine/engine.ts';
import { isJsonObject, type JsonValue } from '../engine/json.ts';

import { insertNodes, removeNodes } from './commands.ts';
import type { ComponentLibrary } from './component-library.ts';
import { withFreshIds } from './ids.ts';
import type { PageSession } from './page-session.ts';
import { ownType, type PastedContent } from './pasted-content.ts';
import { nodesFromHtml, nodesFromText } from './pasted-html.ts';
import { placeNearSelection } from './places.ts';
import { inPageOrder } from './selected-nodes.ts';

const storageKey = 'pagewright.clipboard';
const marker = 'pagewright/nodes';

// The text to put on the clipboard, or null where nothing is selected. It stays in this browser too, for where the clipboard can't be read.
export function copySelection(session: PageSession): string | null {
  const { tree, state } = session;
  const nodes = inPageOrder(tree, state.get().selected).map((id) => tree.subtree(id));
  if (nodes.length === 0) return null;
  const text = JSON.stringify({ type: marker, nodes });
  try {
    localStorage.setItem(storageKey, text);
  } catch {
    // What is too large for the storage still is on the clipboard.
  }
  return text;
}

// What can't be deleted is not on the clipboard either.
export function cutSelection(session: PageSession): { text: string | null; refusal: EngineRefusal | null } {
  const { selected } = session.state.get();
  const text = copySelection(session);
  const refusal = removeNodes(session, selected, 'Cut');
  return { text: refusal ? null : text, refusal };
}

// Needs a gesture of the author shortly before, in the shell or in the canvas.
export function writeClipboard(text: string): void {
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData(ownType, text);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // The event's own clipboard takes a type of ours, and asks for no permission.
  addEventListener('copy', write, { capture: true });
  const isWritten = document.execCommand('copy');
  removeEventListener('copy', write, { capture: true });
  if (!isWritten && 'clipboard' in navigator) navigator.clipboard.writeText(text).catch(() => undefined);
}

const unreadable = () => new EngineRefusal('unreadable', 'What was copied can’t be read here. Copy it once more.', '');

// Nodes of ours; else what the HTML or the text say; else what was last copied in this browser.
export function paste(session: PageSession, { own, html, text }: PastedContent): EngineRefusal | null {
  const copied = parseCopied(own) ?? parseCopied(text);
  if (copied) return insertCopied(session, copied);
  if (own !== '') return unreadable();
  const read = html.trim() === '' ? [] : nodesFromHtml(html, session.library);
  const nodes = read.length === 0 && text.trim() !== '' ? nodesFromText(text, session.library) : read;
  if (nodes.length > 0) return insert(session, nodes);
  const stored = localStorage.getItem(storageKey);
  if (stored === null) return null;
  const kept = parseCopied(stored);
  return kept ? insertCopied(session, kept) : unreadable();
}

function insertCopied(session: PageSession, copied: readonly NestedNode[]): EngineRefusal | null {
  const left: string[] = [];
  const nodes = copied.flatMap((node) => knownPart(session.library, node, left)).map(withFreshIds);
  const refusal = nodes.length > 0 ? insert(session, nodes) : null;
  if (!refusal && left.length > 0) {
    const names = new Intl.ListFormat('en').format([...new Set(left)]);
    session.notices.emit({ kind: 'left-out', message: `Left out, as the library here has no such components: ${names}.` });
  }
  return refusal;
}

function insert(session: PageSession, nodes: readonly NestedNode[]): EngineRefusal | null {
  return insertNodes(session, nodes, placeNearSelection(session, nodes.map(({ component }) => component), true), 'Paste');
}

// What of a node from another organisation there is here too: components by their name, props and slots that they have.
function knownPart(library: ComponentLibrary, node: NestedNode, left: string[]): NestedNode[] {
  const definition = library.find(node.component);
  if (!definition) {
    left.push(node.component);
    return [];
  }
  const { props = {}, children = {} } = node;
  const known = (key: string) => definition.props?.properties?.[key] !== undefined;
  const slots = Object.entries(children).filter(([slot]) => definition.slots?.[slot] !== undefined);
  return [
    {
      ...node,
      props: Object.fromEntries(Object.entries(props).filter(([key]) => known(key))),
      children: Object.fromEntries(slots.map(([slot, nodes]) => [slot, nodes.flatMap((child) => knownPart(library, child, left))])),
    },
  ];
}

export function parseCopied(text: string | null): NestedNode[] | null {
  if (text === null || !text.includes(marker)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value) || value.type !== marker || !Array.isArray(value.nodes)) return null;
    return value.nodes.every(isNode) ? (value.nodes as unknown as NestedNode[]) : null;
  } catch {
    return null;
  }
}

function isNode(value: JsonValue): boolean {
  if (!isJsonObject(value) || typeof value.component !== 'string') return false;
  const { props = {}, children = {} } = value;
  if (!isJsonObject(props) || !isJsonObject(children)) return false;
  return Object.values(children).every((nodes) => Array.isArray(nodes) && nodes.every(isNode));
}

// A page's document as text, checked by the engine and brought into the page that is open by now.
import type { CodeFault } from '../../code/code-editor.tsx';
import { formatJson } from '../../code/format-json.ts';
import { placeOfOffset, placeOfPointer, readJson } from '../../code/json-text.ts';
import type { Merged } from '../../engine/calls.ts';
import type { PageDocument } from '../../engine/document.ts';
import { EngineRefusal } from '../../engine/engine.ts';
import { freshId } from '../../session/ids.ts';
import type { PageSession } from '../../session/page-session.ts';

export type Side = 'ours' | 'theirs';
export type Resolutions = Record<string, { choice: Side }>;

export interface CheckedText {
  faults: CodeFault[];
  /** Null where there are faults. */
  document: PageDocument | null;
  /** What it changes, for people. */
  sentences: string[];
}

export function textOfDocument(document: PageDocument): string {
  return `${formatJson({ components: [], ...document })}\n`;
}

export function checkText(session: PageSession, base: PageDocument, text: string): CheckedText {
  const refused = (faults: CodeFault[]): CheckedText => ({ faults, document: null, sentences: [] });
  const { root, fault } = readJson(text);
  if (fault !== null) return refused([{ severity: 'error', message: fault.message, ...placeOfOffset(text, fault.offset) }]);
  const document = withIds(JSON.parse(text)) as PageDocument;
  try {
    const { sentences } = session.read('diff', { before: base, after: document });
    return { faults: [], document, sentences };
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    const { faults } = session.read('faults', { document });
    return refused(faults.map(({ message, path }) => ({ severity: 'error', message, ...placeOfOffset(text, placeOfPointer(root, path).start) })));
  }
}

/** Nodes that somebody has just written need not have an id. */
function withIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIds);
  if (typeof value !== 'object' || value === null) return value;
  const members: Record<string, unknown> = { ...value };
  if (Array.isArray(members.components)) return { ...members, components: members.components.map(nodeWithIds) };
  return members;
}

function nodeWithIds(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { children, ...node }: Record<string, unknown> = { ...value };
  const whole = 'id' in node ? node : { id: freshId(), ...node };
  if (typeof children !== 'object' || children === null || Array.isArray(children)) return children === undefined ? whole : { ...whole, children };
  const slots = Object.entries(children).map(([slot, nodes]) => [slot, Array.isArray(nodes) ? nodes.map(nodeWithIds) : nodes]);
  return { ...whole, children: Object.fromEntries(slots) as unknown };
}

/** What others have changed since `base` stays; where both have changed the same thing, there are conflicts to resolve. */
export function mergeText(session: PageSession, base: PageDocument, edited: PageDocument, resolutions: Resolutions): Merged {
  return session.read('merge', { base, theirs: edited, ...(Object.keys(resolutions).length > 0 && { resolutions }) });
}

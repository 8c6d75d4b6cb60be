import type { PageDifference } from '../../api/types.ts';

export type ChangeKind = 'inserted' | 'removed' | 'moved' | 'changed';

/** One sentence of a difference, and the node that it is about. */
export interface ChangeGroup {
  sentence: string;
  kind: ChangeKind;
  /** Null: the page's settings. */
  node: string | null;
}

const kinds: Record<string, ChangeKind> = { inserted: 'inserted', removed: 'removed', moved: 'moved' };

// Of all that changed in one node's props and styles there is one sentence, of every other change one of its own.
function groupsOf(changes: PageDifference['changes']): Omit<ChangeGroup, 'sentence'>[] {
  const groups: Omit<ChangeGroup, 'sentence'>[] = [];
  let registersOf: string | null = null;
  for (const change of changes) {
    const type = String(change.type);
    const id = typeof change.id === 'string' ? change.id : null;
    const isRegister = type === 'prop' || type === 'style';
    if (isRegister && id !== null && id === registersOf) continue;
    registersOf = isRegister ? id : null;
    groups.push({ kind: kinds[type] ?? 'changed', node: id });
  }
  return groups;
}

/** The sentences with what they are about. */
export function changeGroups({ changes, sentences }: PageDifference): ChangeGroup[] {
  const groups = groupsOf(changes);
  return sentences.map((sentence, index) => {
    const group = groups.length === sentences.length ? groups[index] : undefined;
    return { sentence, kind: group?.kind ?? 'changed', node: group?.node ?? null };
  });
}

export type Side = 'before' | 'after';

/** The nodes that are outlined on a side, each as what happened to it; what was moved and changed counts as changed. */
export function marksOf(groups: readonly ChangeGroup[], side: Side): Map<string, ChangeKind> {
  const marks = new Map<string, ChangeKind>();
  for (const { node, kind } of groups) {
    if (node === null || kind === (side === 'before' ? 'inserted' : 'removed')) continue;
    if (marks.get(node) !== 'changed') marks.set(node, kind);
  }
  return marks;
}

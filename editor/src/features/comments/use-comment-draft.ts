import { useState, useSyncExternalStore } from 'react';
import type { CommentDraft } from '../../session/commenting.ts';
import { useSession } from '../../session/react.ts';

interface KeptDraft {
  draft: CommentDraft;
  /** What it is by now, for who waited. */
  current: () => CommentDraft;
  change: (draft: CommentDraft) => void;
  forget: () => void;
}

/** What is being written about a target: `start` until somebody writes. */
export function useCommentDraft(target: string, start: CommentDraft): KeptDraft {
  const { commenting } = useSession();
  const [empty] = useState(start);
  const current = () => commenting.drafts.get().get(target) ?? empty;
  return {
    draft: useSyncExternalStore(commenting.drafts.subscribe, current),
    current,
    change: (draft) => commenting.keepDraft(target, draft.text === empty.text ? undefined : draft),
    forget: () => commenting.keepDraft(target, undefined),
  };
}

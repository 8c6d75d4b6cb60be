import { MessageSquare, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { beginThread } from '../../api/comments.ts';
import { explain } from '../../api/problem.ts';
import type { CommentThread } from '../../api/types.ts';
import { labelOfNode } from '../../session/commands.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { whenSaved } from '../../session/when-saved.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CommentField } from './comment-field.tsx';
import styles from './comments.module.css';
import { ThreadCard } from './thread-card.tsx';
import { inOrder, isResolved } from './threads.ts';
import { useThreads } from './use-threads.ts';

type Shown = 'open' | 'resolved';

/** All that is said about the page, and where to say more about what is selected. */
export function CommentsPanel() {
  const { commenting } = useSession();
  const selection = useEditorState((state) => state.selection);
  const { threads, error, isPending, refetch } = useThreads();
  const [parameters] = useSearchParams();
  const linked = parameters.get('comment');
  const isLinkedResolved = threads.some((thread) => thread.id === linked && isResolved(thread));
  const [chosen, setChosen] = useState<Shown | null>(null);
  const shown: Shown = chosen ?? (isLinkedResolved ? 'resolved' : 'open');
  const listed = inOrder(
    threads.filter((thread) => isResolved(thread) === (shown === 'resolved')),
    selection,
  );
  const resolved = threads.filter(isResolved).length;

  return (
    <section className={styles.panel} aria-labelledby="comments-title">
      <header className={styles.header}>
        <h2 id="comments-title">Comments</h2>
        <IconButton size="small" label="Close the comments" tooltip={null} icon={<X size={16} />} onClick={() => commenting.isOpen.set(false)} />
      </header>
      <Composer onBegun={() => setChosen('open')} />
      <Segmented
        label="Which comments"
        className={styles.choice}
        value={shown}
        onChange={setChosen}
        options={[
          { value: 'open', label: `Open ${threads.length - resolved}` },
          { value: 'resolved', label: `Resolved ${resolved}` },
        ]}
      />
      {isPending && (
        <div className={styles.waiting} role="status" aria-label="Loading the comments">
          <Skeleton width="60%" />
          <Skeleton width="90%" />
          <Skeleton width="75%" />
        </div>
      )}
      {error !== null && threads.length === 0 && (
        <NotLoaded size="small" title="The comments could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {!isPending && error === null && listed.length === 0 && (
        <EmptyState size="small" icon={<MessageSquare size={20} />} title={shown === 'open' ? 'Nothing to talk about' : 'Nothing resolved yet'}>
          {shown === 'open' ? 'Select a part of the page and say what you think of it.' : 'Conversations that are done stand here.'}
        </EmptyState>
      )}
      <ul className={styles.threads} aria-label={shown === 'open' ? 'Open comments' : 'Resolved comments'}>
        {listed.map((thread) => (
          <ThreadCard key={thread.id} thread={thread} isPointedAt={isPointedAt(thread, selection, linked)} />
        ))}
      </ul>
    </section>
  );
}

function isPointedAt(thread: CommentThread, selection: string | null, linked: string | null): boolean {
  return selection === null ? thread.id === linked : thread.node?.id === selection;
}

const targetOf = (node: string | null) => (node === null ? 'the page' : `part ${node}`);

function Composer({ onBegun }: { onBegun: () => void }) {
  const session = useSession();
  const { commenting } = session;
  const selection = useEditorState((state) => state.selection);
  const { keep } = useThreads();
  const [isBusy, setIsBusy] = useState(false);
  const [failed, setFailed] = useState<{ target: string; reason: string } | null>(null);
  const [focusRequest, setFocusRequest] = useState(0);
  const about = selection === null ? 'the whole page' : labelOfNode(session, selection);
  useEffect(() => commenting.composing.on(() => setFocusRequest((count) => count + 1)), [commenting]);

  const target = targetOf(selection);
  // Of a part that is taken away meanwhile: what is written goes on about what is selected then.
  const before = useRef(selection);
  useLayoutEffect(() => {
    const gone = before.current;
    before.current = selection;
    const draft = gone === null || session.tree.node(gone) ? undefined : commenting.drafts.get().get(targetOf(gone));
    if (!draft) return;
    commenting.keepDraft(targetOf(gone), undefined);
    if (!commenting.drafts.get().has(target)) commenting.keepDraft(target, draft);
  }, [session, commenting, selection, target]);

  const submit = async (body: string) => {
    setIsBusy(true);
    setFailed(null);
    try {
      // The server must know the part.
      if (selection !== null) await whenSaved(session);
      keep(await beginThread(session.pageId, selection, body));
      onBegun();
      return true;
    } catch (fault) {
      setFailed({ target, reason: explain(fault) });
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <div className={styles.composer}>
      <p className={styles.target}>
        About <strong>{about}</strong>
      </p>
      <CommentField
        target={target}
        label={`Comment on ${about}`}
        placeholder="Comment, @ to mention"
        submitLabel="Comment"
        isBusy={isBusy}
        error={failed?.target === target ? failed.reason : undefined}
        focusRequest={focusRequest}
        onSubmit={submit}
      />
    </div>
  );
}

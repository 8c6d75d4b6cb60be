import { Check, CornerDownRight, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { addComment, deleteComment, editComment, resolveThread } from '../../api/comments.ts';
import { explain } from '../../api/problem.ts';
import type { CommentThread } from '../../api/types.ts';
import { useUser } from '../../api/use-credentials.ts';
import { useEditorState, useNodePart, useSession } from '../../session/react.ts';
import { Badge } from '../../ui/badge.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { CommentField } from './comment-field.tsx';
import styles from './comments.module.css';
import { OneComment } from './one-comment.tsx';
import { isResolved } from './threads.ts';
import { useThreads } from './use-threads.ts';

interface ThreadCardProps {
  thread: CommentThread;
  /** The one that a link or the canvas led to. */
  isPointedAt: boolean;
}

/** One conversation: what it is about, what was said, and where to answer. */
export function ThreadCard({ thread, isPointedAt }: ThreadCardProps) {
  const session = useSession();
  const user = useUser();
  const { keep, forget } = useThreads();
  const canEdit = useEditorState((state) => state.canEdit);
  const card = useRef<HTMLLIElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [deleting, setDeleting] = useState<string | null>(null);
  const { pageId } = session;
  const first = thread.comments[0];
  const resolved = isResolved(thread);
  const mayResolve = canEdit || first?.author.id === user.id;

  useEffect(() => {
    if (isPointedAt) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isPointedAt]);

  const change = async (work: () => Promise<CommentThread | null>): Promise<boolean> => {
    setIsBusy(true);
    try {
      const changed = await work();
      if (changed) keep(changed);
      return true;
    } catch (error) {
      showToast({ text: explain(error), tone: 'danger' });
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  const remove = (comment: string) =>
    change(async () => {
      await deleteComment(pageId, thread.id, comment);
      if (comment === first?.id) forget(thread.id);
      else keep({ ...thread, comments: thread.comments.filter(({ id }) => id !== comment) });
      setDeleting(null);
      return null;
    });
  const mayDelete = (index: number) =>
    canEdit || (thread.comments[index]?.author.id === user.id && (index > 0 || thread.comments.every(({ author }) => author.id === user.id)));

  return (
    <li ref={card} className={styles.thread} data-pointed={isPointedAt || undefined} data-resolved={resolved || undefined}>
      <div className={styles.head}>
        <About thread={thread} />
        {mayResolve && (
          <IconButton
            size="small"
            label={resolved ? 'Open again' : 'Resolve'}
            icon={resolved ? <RotateCcw size={15} /> : <Check size={16} />}
            aria-disabled={isBusy || undefined}
            onClick={() => void change(() => resolveThread(pageId, thread.id, !resolved))}
          />
        )}
      </div>
      {thread.comments.map((comment, index) => (
        <OneComment
          key={comment.id}
          comment={comment}
          mayEdit={comment.author.id === user.id}
          mayDelete={mayDelete(index)}
          isBusy={isBusy}
          onEdit={(body) => change(() => editComment(pageId, thread.id, comment.id, body))}
          onDelete={() => setDeleting(comment.id)}
        />
      ))}
      {thread.resolvedBy !== null && <p className={styles.when}>Resolved by {thread.resolvedBy.name}</p>}
      <CommentField target={`answer to ${thread.id}`} label="Answer" placeholder="Answer, @ to mention" submitLabel="Answer" isBusy={isBusy} onSubmit={(body) => change(() => addComment(pageId, thread.id, body))} />
      {deleting !== null && (
        <ConfirmDialog
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) setDeleting(null);
          }}
          title={deleting === first?.id ? 'Delete the conversation?' : 'Delete the comment?'}
          description={deleting === first?.id && thread.comments.length > 1 ? 'All of its answers are deleted with it.' : 'It can’t be brought back.'}
          confirmLabel="Delete"
          tone="danger"
          isBusy={isBusy}
          onConfirm={() => void remove(deleting)}
        />
      )}
    </li>
  );
}

// Leads to the part on the canvas, where it is still there.
function About({ thread }: { thread: CommentThread }) {
  const session = useSession();
  const { node } = thread;
  const isThere = useNodePart(node?.id ?? '', (found) => found !== undefined);
  if (node === null) return <span className={styles.about}>The whole page</span>;
  if (!isThere) {
    return (
      <span className={styles.about}>
        <span className={styles.aboutName}>{node.name}</span>
        <Badge tone="warning">On a removed part</Badge>
      </span>
    );
  }
  return (
    <button type="button" className={styles.about} onClick={() => session.select(node.id)}>
      <CornerDownRight size={13} aria-hidden="true" />
      <span className={styles.aboutName}>{node.name}</span>
    </button>
  );
}

import { useMutation } from '@tanstack/react-query';
import { explain } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ChangeList } from './change-list.tsx';
import styles from './dialogs.module.css';
import { useDesign, useDesignState } from './use-design.ts';

/** Two people changed the draft: whose shall it be? */
export function ConflictDialog() {
  const { draft } = useDesign();
  const { saving, stack, published } = useDesignState(draft);
  const keep = useMutation({ mutationFn: () => draft.keepMine() });
  if (saving.state !== 'conflict') return null;
  const { theirs } = saving;
  const who = theirs?.draft.author?.name ?? 'Somebody else';
  return (
    <Dialog
      isOpen
      onOpenChange={() => undefined}
      size="medium"
      isDismissible={false}
      title={theirs ? `${who} changed the draft too` : 'The draft was published or discarded meanwhile'}
      description={theirs ? 'Only one of the two can be kept. What you give up can be brought back with Undo as long as this screen is open.' : `Your changes were made to a draft that is gone. Version ${String(published.version)} is what is published now.`}
      actions={
        <>
          <Button onClick={() => draft.takeTheirs()}>{theirs ? 'Take theirs' : 'Give mine up'}</Button>
          <Button tone="primary" isBusy={keep.isPending} onClick={() => keep.mutate()}>
            {theirs ? 'Keep mine' : 'Keep mine as a new draft'}
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        <p className={styles.hint}>From {theirs ? 'their draft' : 'what is published'} to yours:</p>
        <ChangeList before={theirs?.draft.tokens ?? published.tokens} after={stack.present} label="What differs" />
        {keep.isError && <Notice tone="danger">{explain(keep.error)}</Notice>}
      </div>
    </Dialog>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain, Problem } from '../../api/problem.ts';
import { canPublish, useUser } from '../../api/use-credentials.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/counted.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ChangeList } from './change-list.tsx';
import styles from './dialogs.module.css';
import { forgetDesign } from '../../previews/forget-design.ts';
import { PagesInOldDesign } from './pages-in-old-design.tsx';
import { useDesign, useDesignState } from './use-design.ts';
import { useShownPages } from './use-shown-pages.ts';

/** Shows what changes, publishes it as a version, and offers to bring published pages into the new design. */
export function PublishDesign({ onClose }: { onClose: () => void }) {
  const user = useUser();
  const queries = useQueryClient();
  const { draft } = useDesign();
  const { published, stack, faults } = useDesignState(draft);
  const shown = useShownPages();
  const [message, setMessage] = useState('');
  const publish = useMutation({
    mutationFn: () => draft.publish(message.trim()),
    onSuccess: () => forgetDesign(queries),
  });
  const goOn = useMutation({ mutationFn: () => draft.rebase(), onSuccess: () => publish.reset() });
  const isOvertaken = publish.error instanceof Problem && publish.error.status === 409;

  if (publish.isSuccess) return <PagesInOldDesign version={publish.data.number} shown={shown} onClose={onClose} />;
  const isAdmin = canPublish(user);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="medium"
      title={isAdmin ? 'Publish the design tokens' : 'Changes of the draft'}
      isDismissible={!publish.isPending}
      actions={
        <>
          <Button onClick={onClose} disabled={publish.isPending}>
            {isAdmin ? 'Cancel' : 'Close'}
          </Button>
          {isAdmin && !isOvertaken && (
            <Button tone="primary" isBusy={publish.isPending} disabled={faults.length > 0} onClick={() => publish.mutate()}>
              Publish version {published.version + 1}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.content}>
        <ChangeList before={published.tokens} after={stack.present} label="What changes" />
        {isAdmin ? (
          <>
            <TextField label="What changed?" isOptional maxLength={500} autoComplete="off" value={message} onChange={(event) => setMessage(event.target.value)} />
            <p className={styles.hint}>
              Pages that are edited have the new design at once.{' '}
              {shown.length === 0 ? 'No page is published yet.' : `Published ones (${shown.map(({ environment, pages }) => `${counted(pages.length, 'page')} in ${environment.name}`).join(', ')}) stay as they are until they are published again, which you can do right after this.`}
            </p>
          </>
        ) : (
          <p className={styles.hint}>Publishing is for administrators. The draft is saved: ask one of {user.organization.name} to look at it here.</p>
        )}
        {faults.length > 0 && <Notice tone="warning">Values that are not valid must be mended first.</Notice>}
        {isOvertaken ? (
          <Notice tone="warning">
            <p>Somebody else published version {published.version + 1} meanwhile. Go on to see what your draft changes of it: nothing is published yet.</p>
            <Button size="small" isBusy={goOn.isPending} onClick={() => goOn.mutate()}>
              Compare with it
            </Button>
          </Notice>
        ) : (
          publish.isError && <Notice tone="danger">{explain(publish.error)}</Notice>
        )}
        {goOn.isError && <Notice tone="danger">{explain(goOn.error)}</Notice>}
      </div>
    </Dialog>
  );
}

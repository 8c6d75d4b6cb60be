import { useMutation } from '@tanstack/react-query';

import { restorePage } from '../../api/pages.ts';
import { explain } from '../../api/problem.ts';
import type { PageSummary } from '../../api/types.ts';
import { canDelete, canEdit, useUser } from '../../api/use-credentials.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-queue.ts';

import { useCopy } from './use-copy.ts';

// Over a page that was deleted while it was open here, or that one may not view any more (the server tells the two apart to nobody): nothing of
// it is lost as long as this is not left.
export function PageGone({ page }: { page: PageSummary }) {
  const session = useSession();
  const isGone = useEditorState(({ failure }) => failure?.reason === 'no-such-page');
  return isGone && session.hasPage() ? <GoneDialog page={page} /> : null;
}

function GoneDialog({ page }: { page: PageSummary }) {
  const session = useSession();
  const user = useUser();
  const changes = useEditorState(({ saveState }) => (saveState.kind === 'lost-page' ? saveState.changes : 0));

  const copy = useCopy(page);
  const restore = useMutation({
    mutationFn: () => restorePage(page.id),
    onSuccess: () => {
      session.reconnect();
      showToast({ text: `“${page.name}” is back.` });
    },
  });
  const fault = copy.error ?? restore.error;

  return (
    <Dialog
      isOpen
      onOpenChange={() => undefined}
      isDismissible={false}
      title="This page is gone"
      description={
        <>
          “{page.name}” was deleted while you had it open, or you may not view it any more. What you see here is still whole
          {changes > 0 && `, with ${String(changes)} ${changes === 1 ? 'change' : 'changes'} of yours that had not reached the server`}.
        </>
      }
      actions={
        <>
          <ButtonLink tone="quiet" to="/">
            All pages
          </ButtonLink>
          {canDelete(user) && (
            <Button isBusy={restore.isPending} onClick={() => restore.mutate()}>
              Restore the page
            </Button>
          )}
          {canEdit(user) && (
            <Button tone="primary" isBusy={copy.isPending} onClick={() => copy.mutate()}>
              Keep a copy
            </Button>
          )}
        </>
      }
    >
      {fault !== null && <Notice tone="danger">{explain(fault)}</Notice>}
      {!canEdit(user) && <p>An administrator can restore it from the trash, or let you in again.</p>}
    </Dialog>
  );
}

import { useState } from 'react';

import { explain } from '../../api/problem.ts';
import type { PageSummary } from '../../api/types.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { counted } from '../../ui/counted.ts';
import { Notice } from '../../ui/notice.tsx';

import styles from './kept-changes.module.css';
import { useCopy } from './use-copy.ts';

// Above a page that one may not change any more, while changes of one's own wait here that were not sent in time: they follow when the right
// comes back, or are kept as a page of one's own.
export function KeptChanges({ page }: { page: PageSummary }) {
  const changes = useEditorState(({ saveState }) => (saveState.kind === 'view-only' ? saveState.changes : 0));
  return changes === 0 ? null : <Kept page={page} changes={changes} />;
}

function Kept({ page, changes }: { page: PageSummary; changes: number }) {
  const session = useSession();
  const user = useUser();
  const copy = useCopy(page);
  const [isAsking, setIsAsking] = useState(false);
  const [have, them] = changes === 1 ? ['has', 'it'] : ['have', 'them'];
  return (
    <div className={styles.kept} role="status">
      <Notice tone="warning">
        <div className={styles.words}>
          <span>
            You may look at this page now, not change it: {counted(changes, 'change')} of yours {have} not reached the server. What you see has {them}; others don’t see {them}. Ask the page’s owner or an administrator to let you edit it again: then {changes === 1 ? 'it follows' : 'they follow'}.
          </span>
          <span className={styles.choices}>
            {canEdit(user) && (
              <Button size="small" isBusy={copy.isPending} onClick={() => copy.mutate()}>
                Keep a copy
              </Button>
            )}
            <Button size="small" disabled={copy.isPending} onClick={() => setIsAsking(true)}>
              Discard…
            </Button>
          </span>
        </div>
      </Notice>
      {copy.error !== null && <Notice tone="danger">{explain(copy.error)}</Notice>}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Discard ${counted(changes, 'change')}?`}
        description={`This browser is the only place that has ${them}. The page is then shown as it is for everybody.`}
        confirmLabel="Discard"
        onConfirm={() => session.discardPending()}
      />
    </div>
  );
}

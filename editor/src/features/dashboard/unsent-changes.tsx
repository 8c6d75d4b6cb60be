import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain, Problem } from '../../api/problem.ts';
import { pageQuery } from '../../api/queries.ts';
import { useUser } from '../../api/use-credentials.ts';
import { discardUnsent, findUnsent, type Unsent } from '../../session/connection/unsent.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './dashboard.module.css';

/** Reminds of changes that a closed tab has left in this browser: opening the page sends them. */
export function UnsentChanges() {
  const user = useUser();
  const { data } = useQuery({ queryKey: ['unsent', user.id], queryFn: () => findUnsent(user.id), refetchOnMount: 'always', refetchOnWindowFocus: 'always', staleTime: 0 });
  return data?.map((unsent) => <UnsentOfPage key={unsent.pageId} unsent={unsent} />);
}

function UnsentOfPage({ unsent }: { unsent: Unsent }) {
  const [isAsking, setIsAsking] = useState(false);
  const { data: page, error } = useQuery(pageQuery(unsent.pageId));
  const isGone = error instanceof Problem && error.status === 404;
  if (page === undefined && !isGone) return null;
  const changes = unsent.count === 1 ? 'A change of yours' : `${unsent.count} changes of yours`;
  const have = unsent.count === 1 ? 'has' : 'have';
  const them = unsent.count === 1 ? 'it' : 'them';
  return (
    <div className={styles.unsent}>
      <Notice tone="warning">
        <div className={styles.unsentWords}>
          {page === undefined ? (
            <>
              <span>
                {changes} to a page that was deleted meanwhile {have} never reached the server. Should the page be restored, opening it sends {them}.
              </span>
              <Button size="small" onClick={() => setIsAsking(true)}>
                Discard…
              </Button>
            </>
          ) : (
            <>
              <span>
                {changes} to “{page.name}” {have} not reached the server yet, and {unsent.count === 1 ? 'is' : 'are'} kept in this browser.
              </span>
              <ButtonLink size="small" to={`/${page.id}/edit`}>
                Open and send
              </ButtonLink>
            </>
          )}
        </div>
      </Notice>
      {isAsking && <DiscardDialog unsent={unsent} onClose={() => setIsAsking(false)} />}
    </div>
  );
}

function DiscardDialog({ unsent, onClose }: { unsent: Unsent; onClose: () => void }) {
  const user = useUser();
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: () => discardUnsent(unsent),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['unsent', user.id] }),
  });
  const [changes, them] = unsent.count === 1 ? ['the change', 'it'] : [`${unsent.count} changes`, 'them'];
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Discard ${changes}?`}
      description={`This browser is the only place that has ${them}. Should the page be restored, it comes back without ${them}.`}
      confirmLabel="Discard"
      isBusy={discard.isPending}
      error={discard.isError ? explain(discard.error) : undefined}
      onConfirm={() => discard.mutate()}
    />
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarClock, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../../../api/problem.ts';
import { cancelUpcoming, releasesChanged, retryUpcoming, type UpcomingRelease } from '../../../api/releases.ts';
import { canPublish, useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { counted } from '../../../ui/counted.ts';
import { momentText } from '../../../ui/moment.ts';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { Spinner } from '../../../ui/spinner.tsx';
import { namesOf } from './release-words.ts';
import styles from './releases.module.css';

/** What will be published, is being published, or could not be: with a way to stop it or to try again. */
export function UpcomingList({ releases }: { releases: readonly UpcomingRelease[] }) {
  const mayAct = canPublish(useUser());
  const queries = useQueryClient();
  const [cancelled, setCancelled] = useState<UpcomingRelease | null>(null);
  const cancel = useMutation({
    mutationFn: ({ jobId }: UpcomingRelease) => cancelUpcoming(jobId),
    onSuccess: () => {
      setCancelled(null);
      showToast({ text: 'It is cancelled. Nothing was published.' });
    },
    onSettled: () => releasesChanged(queries),
  });
  const retry = useMutation({
    mutationFn: ({ jobId }: UpcomingRelease) => retryUpcoming(jobId),
    onError: (error) => showToast({ text: `It was not tried again. ${explain(error)}`, tone: 'danger' }),
    onSettled: () => releasesChanged(queries),
  });
  return (
    <section aria-label="Coming up">
      <h2 className={styles.heading}>Coming up</h2>
      <RowList label="Coming up">
        {releases.map((release) => (
          <Row
            key={release.jobId}
            picture={<span className={styles.kind}>{iconOf(release)}</span>}
            title={titleOf(release)}
            detail={
              <>
                {release.message !== '' && `${extentOf(release)} · `}
                {whenOf(release)} · {release.author.name}
                {release.fault !== '' && <div className={styles.fault}>{release.fault}</div>}
              </>
            }
            end={
              mayAct &&
              (release.state === 'failed' ? (
                <Button size="small" aria-label={`Try “${titleOf(release)}” again`} isBusy={retry.isPending && retry.variables.jobId === release.jobId} onClick={() => retry.mutate(release)}>
                  Try again
                </Button>
              ) : (
                <Button size="small" aria-label={`Cancel “${titleOf(release)}”…`} onClick={() => setCancelled(release)}>
                  Cancel…
                </Button>
              ))
            }
          >
            {release.progress !== null && release.state === 'running' && <Progress {...release.progress} />}
          </Row>
        ))}
      </RowList>
      <ConfirmDialog
        isOpen={cancelled !== null}
        onOpenChange={(isOpen) => {
          if (isOpen) return;
          setCancelled(null);
          cancel.reset();
        }}
        title={cancelled === null ? '' : `Cancel “${titleOf(cancelled)}”?`}
        description="Nothing of it is published. The pages stay as they are, and can be published at any time."
        confirmLabel="Cancel the release"
        isBusy={cancel.isPending}
        error={cancel.isError ? explain(cancel.error) : undefined}
        onConfirm={() => {
          if (cancelled !== null) cancel.mutate(cancelled);
        }}
      />
    </section>
  );
}

function iconOf({ state }: UpcomingRelease) {
  if (state === 'running') return <Spinner size={16} />;
  return state === 'failed' ? <CircleAlert size={16} aria-hidden="true" /> : <CalendarClock size={16} aria-hidden="true" />;
}

function extentOf({ pageCount, pages }: UpcomingRelease): string {
  if (pageCount === null) return 'All that was changed by then';
  return pages.length === 0 ? counted(pageCount, 'page') : namesOf(pages.slice(0, 3).map(({ pageName }) => pageName), pageCount);
}

const titleOf = (release: UpcomingRelease): string => (release.message === '' ? extentOf(release) : release.message);

function whenOf({ state, publishAt }: UpcomingRelease): string {
  if (state === 'running') return 'Being published now';
  return state === 'failed' ? `Was not published at ${momentText(publishAt)}` : momentText(publishAt);
}

function Progress({ done, total }: { done: number; total: number }) {
  return (
    <span className={styles.progress}>
      <progress value={done} max={total} aria-label="Pages rendered" />
      <span className={styles.soft}>
        {done} of {counted(total, 'page')} rendered
      </span>
    </span>
  );
}

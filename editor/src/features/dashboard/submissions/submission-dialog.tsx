import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../../api/problem.ts';
import { deleteSubmission, submissionQuery } from '../../../api/submissions.ts';
import { canDelete, useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import styles from './submissions.module.css';

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

/** Everything that one visitor sent at one time. */
export function SubmissionDialog({ id, pageName, onClose }: { id: string; pageName: string | undefined; onClose: () => void }) {
  const user = useUser();
  const queries = useQueryClient();
  const [isDeleting, setIsDeleting] = useState(false);
  const { data, error, refetch } = useQuery(submissionQuery(id));
  const remove = useMutation({
    mutationFn: () => deleteSubmission(id),
    onSuccess: async () => {
      queries.removeQueries({ queryKey: submissionQuery(id).queryKey });
      onClose();
      showToast({ text: 'The answer was deleted.' });
      await queries.invalidateQueries({ queryKey: ['submissions'] });
    },
  });
  const title = data === undefined || data.formTitle === '' ? 'Answer' : data.formTitle;
  return (
    <>
      <Dialog
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        title={title}
        description={data === undefined ? undefined : `Sent ${moment.format(new Date(data.createdAt))}${pageName === undefined ? '' : ` from ${pageName}`}`}
        size="medium"
        actions={
          <>
            {canDelete(user) && data !== undefined && <Button onClick={() => setIsDeleting(true)}>Delete…</Button>}
            <Button tone="primary" onClick={onClose}>
              Close
            </Button>
          </>
        }
      >
        {error !== null && (
          <>
            <Notice tone="danger">{explain(error)}</Notice>
            <Button onClick={() => void refetch()}>Try again</Button>
          </>
        )}
        {error === null && data === undefined && <Skeleton height={120} />}
        {data?.answers.length === 0 && <p>Every field was left empty.</p>}
        {data !== undefined && data.answers.length > 0 && (
          <dl className={styles.answers}>
            {data.answers.map(({ name, label, value }) => (
              <div key={name}>
                <dt>{label === '' ? name : label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </Dialog>
      <ConfirmDialog
        isOpen={isDeleting}
        onOpenChange={(isOpen) => {
          setIsDeleting(isOpen);
          remove.reset();
        }}
        title="Delete this answer?"
        description="It is gone for good. This cannot be undone."
        confirmLabel="Delete answer"
        isBusy={remove.isPending}
        error={remove.isError ? explain(remove.error) : undefined}
        onConfirm={() => remove.mutate()}
      />
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { explain, Problem } from '../../../api/problem.ts';
import { moveRelease, rehearsalQuery, type Release, type ReleasedPage, releasesChanged } from '../../../api/releases.ts';
import type { Environment } from '../../../api/types.ts';
import { counted } from '../../../ui/counted.ts';
import { Field, TextField } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { Select } from '../../../ui/select.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { titleOf } from './release-words.ts';
import styles from './releases.module.css';

interface MoveDialogProps {
  release: Release;
  kind: 'rollback' | 'promotion';
  /** Of a rollback the release's own one, of a promotion those that it can be brought to. Not empty. */
  environments: readonly [Environment, ...Environment[]];
  onClose: () => void;
}

/** Shows a release's pages again, in its own environment or in another, after saying what that would change. */
export function MoveDialog({ release, kind, environments, onClose }: MoveDialogProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(environments[0].id);
  const [message, setMessage] = useState('');
  const environment = environments.find(({ id }) => id === chosen) ?? environments[0];
  const move = { releaseId: release.id, environmentId: kind === 'rollback' ? null : environment.id };
  const rehearsal = useQuery(rehearsalQuery(move));
  const act = useMutation({
    mutationFn: () => moveRelease(move, { message: message.trim() }),
    onSuccess: async (made) => {
      onClose();
      showToast({ text: kind === 'rollback' ? `${environment.name} shows what it showed then.` : `${environment.name} shows these pages now.`, tone: 'success' });
      void navigate(`/releases/${made.id}`);
      await releasesChanged(queries);
    },
    // What would change may be something else by now.
    onError: () => rehearsal.refetch(),
  });
  const isSame = rehearsal.error instanceof Problem && rehearsal.error.status === 409;
  return (
    <FormDialog
      size="medium"
      title={kind === 'rollback' ? `Go back to “${titleOf(release)}”?` : `Bring “${titleOf(release)}” to another environment`}
      description={
        kind === 'rollback'
          ? `${environment.name} shows again what it showed after that release, with the very same bytes. The pages themselves stay as they are: go on editing, or publish again.`
          : 'Its pages are shown there with the very same bytes, whatever was changed in them since.'
      }
      confirmLabel={kind === 'rollback' ? `Go back in ${environment.name}` : `Show them in ${environment.name}`}
      isBusy={act.isPending}
      isReady={rehearsal.isSuccess && !rehearsal.isFetching}
      error={act.isError ? explain(act.error) : undefined}
      onConfirm={() => act.mutate()}
      onClose={onClose}
    >
      {kind === 'promotion' && (
        <Field label="Environment">
          {({ id }) => (
            <Select id={id} value={environment.id} isDisabled={act.isPending} options={environments.map(({ id: value, name }) => ({ value, label: name }))} onChange={setChosen} />
          )}
        </Field>
      )}
      {rehearsal.isPending && <RowSkeletons label="Looking what would change" />}
      {rehearsal.isError && <Notice tone={isSame ? 'neutral' : 'danger'}>{explain(rehearsal.error)}</Notice>}
      {rehearsal.data !== undefined && <Changes pages={rehearsal.data.pages} />}
      <TextField label="Why?" isOptional maxLength={500} autoComplete="off" value={message} onChange={(event) => setMessage(event.target.value)} />
    </FormDialog>
  );
}

function Changes({ pages }: { pages: readonly ReleasedPage[] }) {
  return (
    <div className={styles.changes}>
      <p className={styles.caption}>What changes for visitors: {counted(pages.length, 'page')}</p>
      <ul className={styles.compact} aria-label="What changes for visitors" tabIndex={0}>
        {pages.map((page) => (
          <li key={page.pageId}>
            <span className={styles.name}>{page.pageName}</span>
            <span className={styles.soft}>{page.isShown ? `${page.path ?? ''} as version ${String(page.versionNumber)}` : 'is taken off'}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

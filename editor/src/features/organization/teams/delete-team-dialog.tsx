import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { explain, Problem } from '../../../api/problem.ts';
import { deleteTeam, teamPagesQuery } from '../../../api/teams.ts';
import type { Team } from '../../../api/types.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import styles from './teams.module.css';

interface DeleteTeamDialogProps {
  team: Team;
  onDeleted?: (() => void) | undefined;
  onClose: () => void;
}

/** Deletes a team after saying what ends with it. One to which pages belong stays, and the pages are named. */
export function DeleteTeamDialog({ team, onDeleted, onClose }: DeleteTeamDialogProps) {
  const queries = useQueryClient();
  const { data: pages, error: unknown } = useQuery(teamPagesQuery(team.id));
  const done = async (words: string) => {
    onClose();
    onDeleted?.();
    showToast({ text: words });
    queries.removeQueries({ queryKey: ['teams', 'one', team.id] });
    await queries.invalidateQueries({ queryKey: ['teams'] });
  };
  const remove = useMutation({
    mutationFn: () => deleteTeam(team.id),
    onSuccess: () => done(`The team “${team.name}” is deleted.`),
    onError: (error) => (error instanceof Problem && error.status === 404 ? done(`Somebody deleted the team “${team.name}” meanwhile.`) : undefined),
  });
  const members = team.members === 1 ? 'Its member keeps' : `Its ${team.members} members keep`;
  const error = remove.error ?? unknown;
  return (
    <FormDialog
      title={`Delete the team “${team.name}”?`}
      description={`${team.members === 0 ? 'Nobody is in it. ' : `${members} their accounts. `}What was shared with the team, and with them by the team alone, ends at once.`}
      confirmLabel="Delete team"
      tone="danger"
      isReady={pages?.total === 0}
      isBusy={remove.isPending}
      error={error === null ? undefined : explain(error)}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {pages !== undefined && pages.total > 0 && (
        <Notice tone="warning">
          {pages.total === 1 ? 'A page belongs' : `${pages.total} pages belong`} to the team. Give {pages.total === 1 ? 'it' : 'them'} to another team, or to none, with “Share” first:
          <ul className={styles.pages}>
            {pages.items.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/${id}/edit`}>{name}</Link>
              </li>
            ))}
            {pages.total > pages.items.length && <li>and {pages.total - pages.items.length} more</li>}
          </ul>
        </Notice>
      )}
    </FormDialog>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { componentQuery, showComponentTo, type WholeComponent } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import { teamsQuery } from '../../api/queries.ts';
import { isAdministrator, useUser } from '../../api/use-credentials.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { AudienceFields } from './audience-fields.tsx';
import styles from './dialogs.module.css';

export function VisibilityDialog({ component, onClose }: { component: WholeComponent; onClose: () => void }) {
  const user = useUser();
  const queries = useQueryClient();
  const teams = useQuery(teamsQuery());
  const [visibility, setVisibility] = useState(component.visibility ?? 'organization');
  const [teamId, setTeamId] = useState(component.team?.id ?? '');
  const name = String(component.definition.name);
  const show = useMutation({
    mutationFn: () => showComponentTo(name, visibility === 'team' ? { visibility, teamId } : { visibility }),
    onSuccess: (changed) => {
      queries.setQueryData(componentQuery(name).queryKey, changed);
      void queries.invalidateQueries({ queryKey: ['components'] });
      showToast({ text: 'Who finds the component has changed. Open editors have noticed.' });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Who finds it"
      description="Nobody else is offered the component, nor can insert it."
      isDismissible={!show.isPending}
      actions={
        <>
          <Button onClick={onClose} disabled={show.isPending}>
            Cancel
          </Button>
          <Button tone="primary" isBusy={show.isPending} disabled={visibility === 'team' && teamId === ''} onClick={() => show.mutate()}>
            Change it
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <AudienceFields visibility={visibility} teamId={teamId} teams={teams.data?.items ?? []} mayShowAll={isAdministrator(user)} onVisibility={setVisibility} onTeam={setTeamId} />
        {show.isError && <Notice tone="danger">{explain(show.error)}</Notice>}
      </div>
    </Dialog>
  );
}

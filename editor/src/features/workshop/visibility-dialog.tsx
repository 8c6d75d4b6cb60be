import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Audience, componentQuery, showComponentTo, type WholeComponent } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { AudienceFields, isWhole } from './audience-fields.tsx';

export function VisibilityDialog({ component, onClose }: { component: WholeComponent; onClose: () => void }) {
  const queries = useQueryClient();
  const [audience, setAudience] = useState<Audience>({ visibility: component.visibility ?? 'organization', ...(component.team && { teamId: component.team.id }) });
  const name = String(component.definition.name);
  const show = useMutation({
    mutationFn: () => showComponentTo(name, audience),
    onSuccess: (changed) => {
      queries.setQueryData(componentQuery(name).queryKey, changed);
      void queries.invalidateQueries({ queryKey: ['components'] });
      showToast({ text: 'Who finds the component has changed. Open editors have noticed.' });
      onClose();
    },
  });
  return (
    <FormDialog
      title="Who finds it"
      description="Nobody else is offered the component, nor can insert it."
      confirmLabel="Change it"
      isBusy={show.isPending}
      isReady={isWhole(audience)}
      error={show.isError ? explain(show.error) : undefined}
      onConfirm={() => show.mutate()}
      onClose={onClose}
    >
      <AudienceFields audience={audience} onChange={setAudience} />
    </FormDialog>
  );
}

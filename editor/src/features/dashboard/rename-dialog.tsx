import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { updatePage } from '../../api/pages.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import type { PageSummary } from '../../api/types.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

/** The name alone: the address follows it by the server's rules. */
export function RenameDialog({ page, onClose }: { page: PageSummary; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(page.name);
  const rename = useMutation({
    mutationFn: () => updatePage(page.id, { name: name.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['pages'] });
      onClose();
    },
  });
  const fault = rename.error instanceof Problem ? rename.error.faultAt('/name') : undefined;
  const error = fault === undefined ? (rename.isError ? explain(rename.error) : undefined) : sentence(fault);

  return (
    <FormDialog
      title="Rename page"
      confirmLabel="Rename"
      isBusy={rename.isPending}
      isReady={name.trim() !== ''}
      onConfirm={() => {
        if (name.trim() === page.name) onClose();
        else rename.mutate();
      }}
      onClose={onClose}
    >
      <TextField label="Name" value={name} maxLength={255} required autoFocus error={error} onFocus={(event) => event.target.select()} onChange={(event) => setName(event.target.value)} />
    </FormDialog>
  );
}

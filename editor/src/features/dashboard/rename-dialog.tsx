import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { updatePage } from '../../api/pages.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import type { PageSummary } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';

/** The name alone: the address follows it by the server's rules. */
export function RenameDialog({ page, onClose }: { page: PageSummary; onClose: () => void }) {
  const form = useId();
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
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Rename page"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" isBusy={rename.isPending} disabled={name.trim() === ''}>
            Rename
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === page.name) onClose();
          else rename.mutate();
        }}
      >
        <TextField label="Name" value={name} maxLength={255} required autoFocus error={error} onFocus={(event) => event.target.select()} onChange={(event) => setName(event.target.value)} />
      </form>
    </Dialog>
  );
}

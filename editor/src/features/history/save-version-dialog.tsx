import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { saveVersion } from '../../api/pages.ts';
import { explain } from '../../api/problem.ts';
import { useSession } from '../../session/react.ts';
import { whenSaved } from '../../session/when-saved.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/toast-queue.ts';

export function SaveVersionDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const queries = useQueryClient();
  const [message, setMessage] = useState('');
  const save = useMutation({
    mutationFn: async () => {
      await whenSaved(session);
      return saveVersion(session.pageId, message.trim());
    },
    onSuccess: (version) => {
      void queries.invalidateQueries({ queryKey: ['page', session.pageId, 'versions'] });
      showToast({ text: `Version ${version.versionNumber} was saved.` });
      onClose();
    },
  });
  return (
    <FormDialog
      title="Save version"
      description="Changes are saved all the time. A version is a state with a name, to come back to."
      confirmLabel="Save version"
      isBusy={save.isPending}
      error={save.isError ? explain(save.error) : undefined}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label="Message"
        name="message"
        placeholder="What changed?"
        required
        maxLength={500}
        autoFocus
        autoComplete="off"
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
    </FormDialog>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { saveVersion } from '../../api/pages.ts';
import { explain } from '../../api/problem.ts';
import { useSession } from '../../session/react.ts';
import { whenSaved } from '../../session/when-saved.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-queue.ts';

export function SaveVersionDialog({ onClose }: { onClose: () => void }) {
  const form = useId();
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
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Save version"
      description="Changes are saved all the time. A version is a state with a name, to come back to."
      isDismissible={!save.isPending}
      actions={
        <>
          <Button onClick={onClose} disabled={save.isPending}>
            Cancel
          </Button>
          <Button type="submit" form={form} tone="primary" isBusy={save.isPending}>
            Save version
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate();
        }}
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
      </form>
      {save.isError && <Notice tone="danger">{explain(save.error)}</Notice>}
    </Dialog>
  );
}

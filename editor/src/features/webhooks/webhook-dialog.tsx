import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain, Problem, sentence } from '../../api/problem.ts';
import { createWebhook, updateWebhook, type Webhook, type WebhookWithSecret } from '../../api/webhooks.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { EventChoice } from './event-choice.tsx';

interface WebhookDialogProps {
  /** Null: a new one. */
  webhook: Webhook | null;
  /** Called with a new one and its secret, which is told this once. */
  onMade?: (made: WebhookWithSecret) => void;
  onClose: () => void;
}

/** Makes a webhook, or changes where it is sent to and what it is told of. */
export function WebhookDialog({ webhook, onMade, onClose }: WebhookDialogProps) {
  const queries = useQueryClient();
  const [before] = useState(webhook);
  const [url, setUrl] = useState(before?.url ?? '');
  const [description, setDescription] = useState(before?.description ?? '');
  const [events, setEvents] = useState<string[]>(before?.events ?? []);
  const save = useMutation({
    mutationFn: async () => {
      const wanted = { url: url.trim(), description: description.trim(), events };
      if (before === null) return createWebhook(wanted);
      // Only what is otherwise than it was: what somebody else changed meanwhile stays.
      await updateWebhook(before.id, {
        ...(wanted.url === before.url ? {} : { url: wanted.url }),
        ...(wanted.description === before.description ? {} : { description: wanted.description }),
        ...(JSON.stringify(events) === JSON.stringify(before.events) ? {} : { events }),
      });
      return null;
    },
    onSuccess: async (made) => {
      onClose();
      if (made === null) showToast({ text: 'The webhook is saved.', tone: 'success' });
      else onMade?.(made);
      await queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  const problem = save.error instanceof Problem ? save.error : undefined;
  const faultAt = (path: string) => {
    const fault = problem?.faults.find((candidate) => candidate.path === path || candidate.path.startsWith(`${path}/`));
    return fault === undefined ? undefined : sentence(fault.message);
  };
  const isAtItsField = ['/url', '/description', '/events'].some((path) => faultAt(path) !== undefined);
  return (
    <FormDialog
      size="medium"
      title={before === null ? 'New webhook' : 'Edit webhook'}
      description={before === null ? 'An address of yours that is told of what happens here, by signed POST requests.' : undefined}
      confirmLabel={before === null ? 'Create webhook' : 'Save'}
      isBusy={save.isPending}
      isReady={url.trim() !== '' && events.length > 0}
      error={save.isError && !isAtItsField ? explain(save.error) : undefined}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label="Address"
        type="url"
        autoFocus
        required
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        placeholder="https://hooks.example.org/pagewright"
        value={url}
        error={faultAt('/url')}
        onChange={(event) => setUrl(event.target.value)}
      />
      <TextField label="What is it for?" isOptional autoComplete="off" maxLength={1000} value={description} error={faultAt('/description')} onChange={(event) => setDescription(event.target.value)} />
      <EventChoice chosen={events} onChange={setEvents} error={faultAt('/events')} />
    </FormDialog>
  );
}

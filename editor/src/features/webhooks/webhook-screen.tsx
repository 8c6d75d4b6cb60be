import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CloudOff, EllipsisVertical, KeyRound, Pencil, Power, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { explain, Problem } from '../../api/problem.ts';
import { deleteWebhook, pingWebhook, renewSecret, updateWebhook, type Webhook, webhookQuery } from '../../api/webhooks.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RowSkeletons } from '../../ui/row-skeletons.tsx';
import { SettingsPage } from '../../ui/settings-page.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { Deliveries } from './deliveries.tsx';
import { eventName } from './event-words.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { StateBadge } from './webhooks.tsx';
import styles from './webhooks.module.css';

const back = { to: '/settings/webhooks', label: 'Webhooks' };

/** One webhook: what it is told of, what was sent to it, and what was answered. */
export function WebhookScreen() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(webhookQuery(id));
  if (data !== undefined) return <OneWebhook key={id} webhook={data} />;
  const isGone = error instanceof Problem && error.status === 404;
  return (
    <SettingsPage title="Webhook" back={back}>
      {isPending && <RowSkeletons label="Loading the webhook" />}
      {isGone && (
        <EmptyState icon={<CloudOff size={24} />} title="There is no such webhook" action={<ButtonLink to={back.to}>Show all webhooks</ButtonLink>}>
          Somebody has deleted it.
        </EmptyState>
      )}
      {error !== null && !isGone && (
        <NotLoaded title="The webhook could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
    </SettingsPage>
  );
}

type Question = 'edit' | 'secret' | 'delete';

function OneWebhook({ webhook }: { webhook: Webhook }) {
  const { id, url, description, events, isActive, disabledReason } = webhook;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  const reload = () => queries.invalidateQueries({ queryKey: ['webhooks'] });
  const ping = useMutation({
    mutationFn: () => pingWebhook(id),
    onSuccess: () => showToast({ text: 'A test message is on its way. What comes of it stands in the list.' }),
    onError: (error) => showToast({ text: `No test message was sent. ${explain(error)}`, tone: 'danger' }),
    onSettled: reload,
  });
  const turn = useMutation({
    mutationFn: (on: boolean) => updateWebhook(id, { isActive: on }),
    onSuccess: (changed) => showToast({ text: changed.isActive ? 'It is on: from now on it is told of what happens.' : 'It is off: it is told of nothing until you turn it on again.' }),
    onError: (error) => showToast({ text: `Nothing was changed. ${explain(error)}`, tone: 'danger' }),
    onSettled: reload,
  });
  const renew = useMutation({ mutationFn: () => renewSecret(id), onSuccess: close });
  const remove = useMutation({
    mutationFn: () => deleteWebhook(id),
    onSuccess: async () => {
      showToast({ text: 'The webhook is deleted.' });
      await navigate(back.to);
      await queries.invalidateQueries({ queryKey: ['webhooks', 'list'] });
    },
  });
  return (
    <SettingsPage
      title={description === '' ? url : description}
      back={back}
      action={
        <>
          <Button icon={<Send size={15} />} isBusy={ping.isPending} disabled={!isActive} onClick={() => ping.mutate()}>
            Send a test
          </Button>
          <Button icon={<Pencil size={15} />} onClick={() => setQuestion('edit')}>
            Edit
          </Button>
          <Menu trigger={<IconButton label="More" icon={<EllipsisVertical size={17} />} />}>
            <MenuItem icon={<Power size={16} />} isDisabled={turn.isPending} onSelect={() => turn.mutate(!isActive)}>
              {isActive ? 'Turn off' : 'Turn on'}
            </MenuItem>
            <MenuItem icon={<KeyRound size={16} />} onSelect={() => setQuestion('secret')}>
              New secret…
            </MenuItem>
            <MenuLine />
            <MenuItem icon={<Trash2 size={16} />} isDangerous onSelect={() => setQuestion('delete')}>
              Delete…
            </MenuItem>
          </Menu>
        </>
      }
    >
      <div className={styles.about}>
        <StateBadge webhook={webhook} />
        {description !== '' && <span className={styles.soft}>{url}</span>}
        <span className={styles.soft}>Told of: {events.map(eventName).join(', ')}</span>
      </div>
      {!isActive && (
        <Notice tone="warning">
          <p>{disabledReason === '' ? 'It is off: it is told of nothing. What happens meanwhile is not sent later.' : `The server has turned it off: ${disabledReason} What happens meanwhile is not sent later.`}</p>
          <Button size="small" isBusy={turn.isPending} onClick={() => turn.mutate(true)}>
            Turn it on
          </Button>
        </Notice>
      )}
      <Deliveries webhook={webhook} />
      {question === 'edit' && <WebhookDialog webhook={webhook} onClose={close} />}
      <ConfirmDialog
        isOpen={question === 'secret'}
        onOpenChange={close}
        title="Make a new secret?"
        description="It is shown once. For a day messages are signed with the present one as well; afterwards only with the new one."
        confirmLabel="Make a new secret"
        tone="primary"
        isBusy={renew.isPending}
        error={renew.isError ? explain(renew.error) : undefined}
        onConfirm={() => renew.mutate()}
      />
      {renew.data !== undefined && <SecretDialog isNew={false} secret={renew.data.secret} onClose={() => renew.reset()} />}
      <ConfirmDialog
        isOpen={question === 'delete'}
        onOpenChange={close}
        title="Delete this webhook?"
        description="What waits for it is not sent, and the list of what was sent goes with it. This cannot be undone."
        confirmLabel="Delete webhook"
        isBusy={remove.isPending}
        error={remove.isError ? explain(remove.error) : undefined}
        onConfirm={() => remove.mutate()}
      />
    </SettingsPage>
  );
}

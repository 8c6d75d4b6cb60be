import { useQuery } from '@tanstack/react-query';
import { Plus, Webhook as Icon } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { explain } from '../../api/problem.ts';
import { type Webhook, webhooksQuery, type WebhookWithSecret } from '../../api/webhooks.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { RowSkeletons } from '../../ui/row-skeletons.tsx';
import { SettingsPage } from '../../ui/settings-page.tsx';
import { eventName } from './event-words.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

/** The addresses that are told of what happens in the organisation. */
export function Webhooks() {
  const { data, error, isPending, refetch } = useQuery({ ...webhooksQuery(), refetchOnMount: 'always' });
  const [isNew, setIsNew] = useState(false);
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  const add = (
    <Button tone="primary" icon={<Plus size={15} />} onClick={() => setIsNew(true)}>
      New webhook
    </Button>
  );
  return (
    <SettingsPage title="Webhooks" introduction="Programs of yours are told of what happens here: a page was published, a form was sent." action={data !== undefined && data.length > 0 && add}>
      {isPending && <RowSkeletons label="Loading the webhooks" />}
      {error !== null && data === undefined && (
        <NotLoaded title="The webhooks could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <EmptyState icon={<Icon size={24} />} title="No webhook yet" action={add}>
          Let your chat say when a page goes live, or your CRM take in what a visitor sent.
        </EmptyState>
      )}
      {data !== undefined && data.length > 0 && (
        <RowList label="Webhooks">
          {data.map((webhook) => (
            <Row
              key={webhook.id}
              title={<Link to={`/settings/webhooks/${webhook.id}`}>{webhook.description === '' ? webhook.url : webhook.description}</Link>}
              badges={<StateBadge webhook={webhook} />}
              detail={
                <>
                  {webhook.description !== '' && <div>{webhook.url}</div>}
                  <div>{webhook.events.map(eventName).join(', ')}</div>
                </>
              }
            />
          ))}
        </RowList>
      )}
      {isNew && <WebhookDialog webhook={null} onMade={setMade} onClose={() => setIsNew(false)} />}
      {made !== null && <SecretDialog isNew secret={made.secret} onClose={() => setMade(null)} />}
    </SettingsPage>
  );
}

/** Whether it is told of anything, and whether that arrives. */
export function StateBadge({ webhook }: { webhook: Webhook }) {
  if (!webhook.isActive) return <Badge>{webhook.disabledReason === '' ? 'Off' : 'Turned off by the server'}</Badge>;
  if (webhook.failingSince === null) return <Badge tone="success">On</Badge>;
  return (
    <Badge tone="warning">
      Failing since <RelativeTime iso={webhook.failingSince} />
    </Badge>
  );
}

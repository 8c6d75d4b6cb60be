import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { deliveriesQuery, type Delivery, type DeliveryState, type Webhook } from '../../api/webhooks.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { OpenRow, RowList } from '../../ui/row-list.tsx';
import { RowSkeletons } from '../../ui/row-skeletons.tsx';
import { Select } from '../../ui/select.tsx';
import { SettingsPart } from '../../ui/settings-page.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { eventName } from './event-words.ts';

const states: Record<DeliveryState, { label: string; tone: BadgeTone }> = {
  delivered: { label: 'Delivered', tone: 'success' },
  waiting: { label: 'Waiting', tone: 'accent' },
  failed: { label: 'Failed', tone: 'warning' },
  cancelled: { label: 'Not sent', tone: 'neutral' },
};

const choices = [{ value: '', label: 'All messages' }, ...(['delivered', 'waiting', 'failed', 'cancelled'] as const).map((value) => ({ value, label: states[value].label }))] as const;

/** What was sent to a webhook, newest first. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const [state, setState] = useState<DeliveryState | ''>('');
  const [opened, setOpened] = useState<string | null>(null);
  const deliveries = useInfiniteQuery({ ...deliveriesQuery(webhook.id, state), placeholderData: keepPreviousData });
  const all = deliveries.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <SettingsPart title="What was sent" introduction="Kept for 30 days." action={<Select<DeliveryState | ''> label="Show" size="small" value={state} options={choices} onChange={setState} />}>
      {deliveries.isPending && <RowSkeletons label="Loading what was sent" />}
      {deliveries.isError && all.length === 0 && (
        <NotLoaded title="What was sent could not be loaded" reason={explain(deliveries.error)} onRetry={() => void deliveries.refetch()} />
      )}
      {deliveries.isSuccess && all.length === 0 && (
        <EmptyState size="small" icon={<Inbox size={20} />} title={state === '' ? 'Nothing was sent yet' : 'No such message'}>
          {state === '' ? 'As soon as something happens that it is told of, it stands here. A test message can be sent at any time.' : 'Choose to see all messages.'}
        </EmptyState>
      )}
      {all.length > 0 && (
        <RowList label="Messages">
          {all.map((delivery) => (
            <OpenRow
              key={delivery.id}
              title={eventName(delivery.eventType)}
              detail={
                <>
                  <RelativeTime iso={delivery.createdAt} />
                  {outcomeOf(delivery) !== '' && ` · ${outcomeOf(delivery)}`}
                </>
              }
              end={<DeliveryBadge delivery={delivery} />}
              onOpen={() => setOpened(delivery.id)}
            />
          ))}
        </RowList>
      )}
      <ShowMore hasMore={deliveries.hasNextPage} isBusy={deliveries.isFetchingNextPage} onMore={() => void deliveries.fetchNextPage()} />
      {opened !== null && <DeliveryDialog webhook={webhook} id={opened} onClose={() => setOpened(null)} onSentAgain={setOpened} />}
    </SettingsPart>
  );
}

export function DeliveryBadge({ delivery }: { delivery: Delivery }) {
  const { label, tone } = states[delivery.state];
  return <Badge tone={tone}>{label}</Badge>;
}

/** "Answered 204 in 93 ms"; why it failed; empty before the first attempt. */
export function outcomeOf({ responseStatus, durationMs, error, attempts }: Delivery): string {
  const answer = error !== '' ? error : responseStatus === null ? '' : `Answered ${String(responseStatus)}${durationMs === null ? '' : ` in ${String(durationMs)} ms`}`;
  return attempts > 1 ? `${answer} (attempt ${String(attempts)})` : answer;
}

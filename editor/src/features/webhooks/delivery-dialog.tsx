import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { explain } from '../../api/problem.ts';
import { deliveryQuery, redeliver, type Webhook } from '../../api/webhooks.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { DeliveryBadge, outcomeOf } from './deliveries.tsx';
import { eventName } from './event-words.ts';
import styles from './webhooks.module.css';

interface DeliveryDialogProps {
  webhook: Webhook;
  id: string;
  onClose: () => void;
  /** Called with the id of the new delivery. */
  onSentAgain: (id: string) => void;
}

/** One message: what was sent, and what was answered. */
export function DeliveryDialog({ webhook, id, onClose, onSentAgain }: DeliveryDialogProps) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(deliveryQuery(webhook.id, id));
  const again = useMutation({
    mutationFn: () => redeliver(webhook.id, id),
    onSuccess: async (sent) => {
      showToast({ text: 'It is being sent again.' });
      onSentAgain(sent.id);
      await queries.invalidateQueries({ queryKey: ['webhooks', 'deliveries', webhook.id] });
    },
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      size="medium"
      title={data === undefined ? 'Message' : eventName(data.eventType)}
      description={data === undefined ? undefined : `${data.eventType}, ${momentText(data.createdAt)}`}
      actions={
        <>
          <Button icon={<Send size={15} />} isBusy={again.isPending} disabled={data === undefined || !webhook.isActive} onClick={() => again.mutate()}>
            Send again
          </Button>
          <Button tone="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {error !== null && data === undefined && (
        <>
          <Notice tone="danger">{explain(error)}</Notice>
          <Button onClick={() => void refetch()}>Try again</Button>
        </>
      )}
      {error === null && data === undefined && <Skeleton height={160} />}
      {data !== undefined && (
        <div className={styles.message}>
          <p className={styles.about} role="status">
            <DeliveryBadge delivery={data} />
            <span className={styles.soft}>{outcomeOf(data) === '' ? 'It was not attempted yet.' : outcomeOf(data)}</span>
          </p>
          {again.isError && <Notice tone="danger">{explain(again.error)}</Notice>}
          <h3 className={styles.legend} id="message-sent">
            Sent
          </h3>
          <pre className={styles.body} aria-labelledby="message-sent" tabIndex={0}>
            {JSON.stringify(data.body, null, 2)}
          </pre>
          {data.responseStatus !== null && (
            <>
              <h3 className={styles.legend} id="message-answer">
                Answer
              </h3>
              {data.response === '' ? (
                <p className={styles.soft}>It had no content.</p>
              ) : (
                <pre className={styles.body} aria-labelledby="message-answer" tabIndex={0}>
                  {data.response}
                </pre>
              )}
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}

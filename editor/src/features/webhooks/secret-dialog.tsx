import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './webhooks.module.css';

/** Shows a webhook's secret, this once. */
export function SecretDialog({ secret, isNew, onClose }: { secret: string; isNew: boolean; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={isNew ? 'The webhook is there' : 'The new secret'}
      description="With this secret your program checks that a message is from Pagewright. Keep it where only your program can read it."
      actions={
        <Button tone="primary" onClick={onClose}>
          I have kept it
        </Button>
      }
    >
      <div className={styles.secret}>
        <CopyField label="Secret" value={secret} />
        <Notice tone="warning">
          It is not shown again. {isNew ? 'If it gets lost, a new one can be made.' : 'For a day, messages are signed with the one before as well: change it in your program until then.'}
        </Notice>
      </div>
    </Dialog>
  );
}

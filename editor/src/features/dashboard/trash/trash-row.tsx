import { RotateCcw, Trash2 } from 'lucide-react';
import { deletedAtOf } from '../../../api/trash.ts';
import type { PageSummary } from '../../../api/types.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Row } from '../../../ui/row-list.tsx';
import styles from './trash.module.css';

interface TrashRowProps {
  page: PageSummary;
  /** Who deleted it, where that is known and told to the user. */
  deleter: string | null;
  /** Whether the user may restore and delete. */
  mayAct: boolean;
  isBusy: boolean;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onRestore: () => void;
  onErase: () => void;
}

export function TrashRow({ page, deleter, mayAct, isBusy, isChosen, onChoose, onRestore, onErase }: TrashRowProps) {
  return (
    <Row
      picture={mayAct && <input type="checkbox" className={styles.choice} aria-label={`Choose ${page.name}`} checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />}
      title={page.name}
      detail={
        <>
          /{page.slug} · Deleted <RelativeTime iso={deletedAtOf(page)} />
          {deleter !== null && ` by ${deleter}`}
        </>
      }
      end={
        mayAct ? (
          <>
            <Button size="small" icon={<RotateCcw size={14} />} aria-label={`Restore ${page.name}`} isBusy={isBusy} onClick={onRestore}>
              Restore
            </Button>
            <IconButton size="small" label={`Delete ${page.name} for good`} tooltip="Delete for good…" icon={<Trash2 size={16} />} disabled={isBusy} onClick={onErase} />
          </>
        ) : undefined
      }
    />
  );
}

import { BookmarkPlus, History } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useEditorRequest } from '../../session/editor-requests.ts';
import { useEditorState } from '../../session/react.ts';
import { Button } from '../../ui/button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { SaveVersionDialog } from './save-version-dialog.tsx';
import styles from './history-buttons.module.css';

/** "Save version" and "History", with their dialogs. */
export function HistoryButtons() {
  const canEdit = useEditorState((state) => state.canEdit);
  const [open, setOpen] = useState<'save' | 'history' | null>(null);
  const close = () => setOpen(null);
  useEditorRequest('save-version', useCallback(() => setOpen('save'), []));
  useEditorRequest('history', useCallback(() => setOpen('history'), []));
  return (
    <>
      {canEdit && (
        <Tooltip content="Keep this state under a name">
          <Button tone="quiet" icon={<BookmarkPlus size={17} />} className={`${styles.button ?? ''} ${styles.save ?? ''}`} onClick={() => setOpen('save')}>
            <span className={styles.label}>Save version</span>
          </Button>
        </Tooltip>
      )}
      <Tooltip content="Older versions">
        <Button tone="quiet" icon={<History size={17} />} className={styles.button} onClick={() => setOpen('history')}>
          <span className={styles.label}>History</span>
        </Button>
      </Tooltip>
      {open === 'save' && <SaveVersionDialog onClose={close} />}
      {open === 'history' && <HistoryDialog onClose={close} />}
    </>
  );
}

import { BookmarkPlus, History } from 'lucide-react';
import { useState } from 'react';
import { useEditorState } from '../../session/react.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { SaveVersionDialog } from './save-version-dialog.tsx';

/** "Save version" and "History", with their dialogs. */
export function HistoryButtons() {
  const canEdit = useEditorState((state) => state.canEdit);
  const [open, setOpen] = useState<'save' | 'history' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {canEdit && <IconButton label="Save version" icon={<BookmarkPlus size={18} />} onClick={() => setOpen('save')} />}
      <IconButton label="History" icon={<History size={18} />} onClick={() => setOpen('history')} />
      {open === 'save' && <SaveVersionDialog onClose={close} />}
      {open === 'history' && <HistoryDialog onClose={close} />}
    </>
  );
}

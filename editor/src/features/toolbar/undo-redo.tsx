import { Redo2, Undo2 } from 'lucide-react';
import { shortcutOf } from '../../canvas/keys.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './toolbar.module.css';

export function UndoRedo() {
  const session = useSession();
  const undoLabel = useEditorState((state) => state.undoLabel);
  const redoLabel = useEditorState((state) => state.redoLabel);
  // aria-disabled, not disabled: the button keeps the focus when the last step was undone, and its tooltip still works.
  return (
    <div className={styles.pair} role="group" aria-label="Undo and redo">
      <IconButton
        label="Undo"
        tooltip={undoLabel === null ? 'Nothing to undo' : `Undo: ${undoLabel}`}
        shortcut={shortcutOf('undo')}
        icon={<Undo2 size={17} />}
        aria-disabled={undoLabel === null || undefined}
        onClick={() => session.undo()}
      />
      <IconButton
        label="Redo"
        tooltip={redoLabel === null ? 'Nothing to redo' : `Redo: ${redoLabel}`}
        shortcut={shortcutOf('redo')}
        icon={<Redo2 size={17} />}
        aria-disabled={redoLabel === null || undefined}
        onClick={() => session.redo()}
      />
    </div>
  );
}

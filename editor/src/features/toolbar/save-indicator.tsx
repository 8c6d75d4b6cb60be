import { CloudCheck, CloudOff, CloudUpload } from 'lucide-react';
import { saveStateText } from '../../session/editor-state.ts';
import { useEditorState } from '../../session/react.ts';
import { classNames } from '../../ui/class-names.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './toolbar.module.css';

const icons = { saved: CloudCheck, saving: CloudUpload, offline: CloudOff };

const explanations = {
  saved: 'Every change is on the server.',
  saving: 'Your changes are on their way to the server.',
  offline: 'Your changes are kept in this browser and follow when the connection is back.',
};

export function SaveIndicator() {
  const state = useEditorState(({ saveState }) => saveState);
  const isReady = useEditorState(({ status }) => status === 'ready');
  if (!isReady) return null;
  const Icon = icons[state.kind];
  return (
    <Tooltip content={explanations[state.kind]}>
      <span className={classNames(styles.saved, state.kind === 'offline' && styles.offline)} role="status" data-tour="saved" data-save-state={state.kind}>
        <Icon size={16} aria-hidden="true" />
        <span className={styles.words}>{saveStateText(state)}</span>
      </span>
    </Tooltip>
  );
}

import { CloudAlert, CloudCheck, CloudOff, CloudUpload, type LucideIcon } from 'lucide-react';
import { saveStateText, type SaveState } from '../../session/editor-state.ts';
import { useEditorState } from '../../session/react.ts';
import { classNames } from '../../ui/class-names.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './toolbar.module.css';

const icons: Record<SaveState['kind'], LucideIcon> = {
  saved: CloudCheck,
  saving: CloudUpload,
  offline: CloudOff,
  'signed-out': CloudOff,
  'server-full': CloudAlert,
  'lost-page': CloudAlert,
  'view-only': CloudAlert,
};

const explanations: Record<SaveState['kind'], string> = {
  saved: 'Every change is on the server.',
  saving: 'Your changes are on their way to the server.',
  offline: 'Your changes are kept in this browser and follow when the connection is back.',
  'signed-out': 'Your changes are kept in this browser and follow when you have signed in again.',
  'server-full': 'The server’s disk is full: it can’t store anything. Your changes are kept in this browser and sent again until it can. Whoever runs the server should make room.',
  'lost-page': 'The page is gone. What you changed since is kept in this browser.',
  'view-only': 'You may not change this page any more. What you changed before is kept in this browser, and follows when you may again.',
};

const onlyHere = 'This browser keeps nothing between visits, so these changes live in this tab. Leave it open until they are saved.';

export function SaveIndicator() {
  const state = useEditorState(({ saveState }) => saveState);
  const isLoading = useEditorState(({ status }) => status === 'loading');
  if (isLoading) return null;
  const Icon = icons[state.kind];
  return (
    <Tooltip content={state.kind !== 'saved' && state.kind !== 'saving' && state.onlyHere === true ? onlyHere : explanations[state.kind]}>
      <span className={classNames(styles.saved, state.kind !== 'saved' && state.kind !== 'saving' && styles.offline)} role="status" data-tour="saved" data-save-state={state.kind}>
        <Icon size={16} aria-hidden="true" />
        <span className={styles.words}>{saveStateText(state)}</span>
      </span>
    </Tooltip>
  );
}

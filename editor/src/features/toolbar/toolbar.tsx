import type { ReactNode } from 'react';
import { useEditorState } from '../../session/react.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { BreakpointChoice, ModeChoice } from './view-choices.tsx';
import { PageName } from './page-name.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { UndoRedo } from './undo-redo.tsx';
import { ViewOnly } from './view-only.tsx';
import { ZoomMenu } from './zoom-menu.tsx';
import styles from './toolbar.module.css';

interface ToolbarProps {
  name: string;
  /** Resolves when the server has taken the name. */
  onRename: (name: string) => Promise<void>;
  /** History, publish and what else other features offer. */
  actions: ReactNode;
}

/** The bar above an open page. */
export function Toolbar({ name, onRename, actions }: ToolbarProps) {
  const canEdit = useEditorState((state) => state.canEdit);
  return (
    <header className={styles.toolbar}>
      <div className={styles.start}>
        <BackLink to="/" label="All pages" />
        <PageName name={name} canRename={canEdit} onRename={onRename} />
        <SaveIndicator />
        {!canEdit && <ViewOnly />}
      </div>
      <div className={styles.middle}>
        {canEdit && <UndoRedo />}
        <BreakpointChoice />
        <ZoomMenu />
        <ModeChoice />
      </div>
      <div className={styles.end}>{actions}</div>
    </header>
  );
}

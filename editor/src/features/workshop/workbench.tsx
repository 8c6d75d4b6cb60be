import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { componentQuery, type WholeComponent } from '../../api/components.ts';
import { useUser } from '../../api/use-credentials.ts';
import { chordKey } from '../../canvas/keys.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { CodePane } from './code-pane.tsx';
import { type ComponentTexts, type Part, partsOf } from './component-texts.ts';
import { ComponentDialogs, type DialogName } from './component-dialogs.tsx';
import { Preview } from './preview.tsx';
import { hasErrors } from './problems.ts';
import { isInCharge, whyReadOnly } from './rights.ts';
import { SaveDialog } from './save-dialog.tsx';
import { useCheck } from './use-check.ts';
import { useDraft, versionOf } from './use-draft.ts';
import { useRestore } from './use-restore.ts';
import { WorkshopBar } from './workshop-bar.tsx';
import styles from './workshop.module.css';

interface WorkbenchProps {
  name: string;
  /** Null: it is not on the server yet. */
  component: WholeComponent | null;
  begun: ComponentTexts | null;
}

export function Workbench({ name, component, begun }: WorkbenchProps) {
  const user = useUser();
  const queries = useQueryClient();
  const reason = whyReadOnly(component, user);
  const isReadOnly = reason !== null;
  const draft = useDraft(name, component, begun, isReadOnly);
  const { texts, base, isChanged, newerVersion } = draft;
  const [part, setPart] = useState<Part>('template');
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const check = useCheck(name, texts, base, !isReadOnly);
  const isFaulty = hasErrors(check.problems);
  const restore = useRestore(name);
  const shownPart = partsOf(texts).includes(part) ? part : 'template';

  const saved = (result: WholeComponent, sent: ComponentTexts) => {
    draft.settle(result, sent);
    setDialog(null);
    queries.setQueryData(componentQuery(name).queryKey, result);
    void queries.invalidateQueries({ queryKey: ['components'] });
    showToast({ text: component === null ? `“${String(result.definition.display_name)}” is in the component library now.` : `Version ${versionOf(result)} is saved. Open pages have it already.` });
  };

  return (
    <div
      className={styles.workshop}
      onKeyDown={(event) => {
        if (chordKey(event.nativeEvent) !== 'S' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
        event.preventDefault();
        if (isChanged && dialog === null) setDialog('save');
      }}
    >
      <WorkshopBar name={name} component={component} draft={draft} isReadOnly={isReadOnly} part={shownPart} onDialog={setDialog} />
      <div className={styles.notices}>
        {reason !== null && (
          <Notice>
            <span className={styles.words}>
              {reason}
              {component?.source === 'built-in' && user.role !== 'viewer' && (
                <ButtonLink size="small" to={`/new-component?from=${encodeURIComponent(name)}`}>
                  Make a copy
                </ButtonLink>
              )}
              {component?.deletedAt != null && isInCharge(component, user) && (
                <Button size="small" isBusy={restore.isPending} onClick={() => restore.mutate()}>
                  Restore it
                </Button>
              )}
            </span>
          </Notice>
        )}
        {isChanged && newerVersion !== null && (
          <Notice tone="warning">
            <span className={styles.words}>
              Somebody has saved version {newerVersion} meanwhile. You are changing {base}.
              <Button size="small" onClick={() => setDialog('versions')}>
                Compare
              </Button>
              <Button size="small" onClick={draft.rebase}>
                Mine replaces it
              </Button>
              <Button size="small" onClick={draft.discard}>
                Take theirs
              </Button>
            </span>
          </Notice>
        )}
        {isChanged && draft.isBroughtBack && newerVersion === null && (
          <Notice>
            <span className={styles.words}>
              Your unsaved work is as you left it in this browser.
              <Button size="small" onClick={() => setDialog('discard')}>
                Discard it
              </Button>
            </span>
          </Notice>
        )}
      </div>
      <div className={styles.columns}>
        <CodePane
          texts={texts}
          onChange={draft.setTexts}
          part={shownPart}
          onPart={setPart}
          problems={check.problems}
          isWaiting={check.isWaiting}
          failure={check.failure}
          isReadOnly={isReadOnly}
        />
        <Preview html={check.html} isStale={isFaulty} />
      </div>
      {dialog === 'save' && <SaveDialog name={name} draft={draft} problems={check.problems} onSaved={saved} onClose={() => setDialog(null)} />}
      <ComponentDialogs name={name} component={component} draft={draft} part={shownPart} dialog={dialog} onPart={setPart} onDialog={setDialog} />
    </div>
  );
}

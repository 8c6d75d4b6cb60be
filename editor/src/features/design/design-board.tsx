import { useMemo, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DesignBar, type DesignDialog } from './design-bar.tsx';
import type { DesignDraft } from './design-draft.ts';
import { DesignHistory } from './design-history.tsx';
import styles from './design-screen.module.css';
import { DesignProvider } from './design-provider.tsx';
import { followingViews } from './design-view.ts';
import { DiscardDraft } from './discard-draft.tsx';
import { ImportTokens } from './import-tokens.tsx';
import { LeaveDesign } from './leave-design.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { PublishDesign } from './publish-design.tsx';
import { TokenList } from './token-list.tsx';
import { faultText } from './tokens/faults.ts';
import { useDesignKeys } from './use-design-keys.ts';
import { useDesignState } from './use-design.ts';

/** Tokens and preview side by side; on narrow screens one of the two. */
export function DesignBoard({ draft, mayEdit }: { draft: DesignDraft; mayEdit: boolean }) {
  const { stack, faults } = useDesignState(draft);
  const [dialog, setDialog] = useState<DesignDialog | null>(null);
  const [side, setSide] = useState<'tokens' | 'preview'>('tokens');
  const [viewOf] = useState(followingViews);
  const view = useMemo(() => viewOf(stack.present), [viewOf, stack.present]);
  useDesignKeys(draft, mayEdit);

  // Faults of what is no row of the list.
  const homeless = faults.filter(({ path }) => path === null || !view.byPath.has(path));
  const close = () => setDialog(null);
  return (
    <DesignProvider draft={draft} mayEdit={mayEdit} view={view}>
      <div className={styles.screen}>
        <DesignBar onOpen={setDialog} />
        {homeless.length > 0 && (
          <Notice tone="danger">
            <ul>
              {homeless.map((fault) => (
                <li key={faultText(fault)}>{faultText(fault)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div className={styles.sides}>
          <Segmented
            label="What is shown"
            value={side}
            onChange={setSide}
            options={[
              { value: 'tokens', label: 'Tokens' },
              { value: 'preview', label: 'Preview' },
            ]}
          />
        </div>
        <div className={styles.columns} data-side={side}>
          <section className={styles.tokens} aria-labelledby="design-tokens">
            <h2 id="design-tokens" className="visually-hidden">
              Tokens
            </h2>
            <TokenList />
          </section>
          <div className={styles.preview}>
            <PreviewPane />
          </div>
        </div>
      </div>
      {dialog === 'publish' && <PublishDesign onClose={close} />}
      {dialog === 'discard' && <DiscardDraft onClose={close} />}
      {dialog === 'history' && <DesignHistory onClose={close} />}
      {dialog === 'import' && <ImportTokens onClose={close} />}
      <ConflictDialog />
      <LeaveDesign />
    </DesignProvider>
  );
}

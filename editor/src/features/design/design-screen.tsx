import { useEffect, useState } from 'react';
import { explain } from '../../api/problem.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { DesignBoard } from './design-board.tsx';
import { openDesign, type DesignDraft } from './design-draft.ts';
import styles from './design-screen.module.css';

type Opened = { draft: DesignDraft } | { error: unknown } | null;

/** The organisation's design tokens: to look at for all, to change for editors. */
export function DesignScreen() {
  const mayEdit = canEdit(useUser());
  const [opened, setOpened] = useState<Opened>(null);
  const [attempt, setAttempt] = useState(0);
  useDocumentTitle('Design');

  useEffect(() => {
    let isHere = true;
    let draft: DesignDraft | null = null;
    openDesign(mayEdit)
      .then((found) => {
        draft = found;
        if (isHere) setOpened({ draft });
      })
      .catch((error: unknown) => isHere && setOpened({ error }));
    return () => {
      isHere = false;
      draft?.close();
    };
  }, [mayEdit, attempt]);

  if (opened === null) return <Waiting />;
  if ('draft' in opened) return <DesignBoard draft={opened.draft} mayEdit={mayEdit} />;
  return (
    <NotLoaded
      title="The design tokens could not be loaded"
      reason={explain(opened.error)}
      onRetry={() => {
        setOpened(null);
        setAttempt(attempt + 1);
      }}
    />
  );
}

function Waiting() {
  return (
    <div className={styles.screen} role="status" aria-busy="true">
      <h1 className={styles.waitingTitle}>Design</h1>
      <span className="visually-hidden">Loading the design tokens</span>
      <div className={styles.waiting}>
        {Array.from({ length: 9 }, (_, index) => (
          <Skeleton key={index} height={40} />
        ))}
      </div>
    </div>
  );
}

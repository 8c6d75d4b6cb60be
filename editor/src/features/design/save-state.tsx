import { CircleAlert, CloudCheck, CloudOff } from 'lucide-react';
import { Spinner } from '../../ui/spinner.tsx';
import { Button } from '../../ui/button.tsx';
import type { DesignDraft } from './design-draft.ts';
import styles from './design-bar.module.css';
import { useDesignState } from './use-design.ts';

/** Whether the draft is saved, in words. */
export function SaveState({ draft }: { draft: DesignDraft }) {
  const { saving, saved, published, faults } = useDesignState(draft);
  const isFailed = saving.state === 'failed';
  return (
    <div className={styles.state}>
      <p role="status" className={styles.stateWords} data-tone={saving.state}>
        {saving.state === 'saving' && (
          <>
            <Spinner size={14} /> Saving the draft…
          </>
        )}
        {saving.state === 'saved' && (
          <>
            <CloudCheck size={15} aria-hidden="true" /> {saved ? 'Draft saved' : `Published: version ${String(published.version)}`}
          </>
        )}
        {saving.state === 'refused' && (
          <>
            <CircleAlert size={15} aria-hidden="true" /> Not saved: {faults.length === 1 ? 'one value is' : `${String(faults.length)} values are`} not valid
          </>
        )}
        {saving.state === 'conflict' && (
          <>
            <CircleAlert size={15} aria-hidden="true" /> Not saved: somebody else changed the draft
          </>
        )}
        {isFailed && (
          <>
            <CloudOff size={15} aria-hidden="true" /> Not saved yet
          </>
        )}
      </p>
      {isFailed && (
        <Button size="small" onClick={() => draft.retry()}>
          Try again
        </Button>
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { explain } from '../../api/problem.ts';
import { differenceQuery } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './version-changes.module.css';

/** What has changed from a version to the page as it is now, a sentence a change. */
export function VersionChanges({ pageId, number }: { pageId: string; number: number }) {
  const { data, error, isPending, refetch } = useQuery(differenceQuery(pageId, number));
  return (
    <section className={styles.changes} aria-labelledby="version-changes">
      <h3 id="version-changes" className={styles.title}>
        Changed since then
        {data !== undefined && data.sentences.length > 0 && <span className={styles.count}>{data.sentences.length}</span>}
      </h3>
      {isPending && (
        <div className={styles.waiting} role="status" aria-label="Comparing">
          <Skeleton width="55%" />
          <Skeleton width="40%" />
        </div>
      )}
      {error !== null && (
        <p className={styles.fault}>
          {explain(error)}{' '}
          <Button size="small" onClick={() => void refetch()}>
            Compare again
          </Button>
        </p>
      )}
      {data?.sentences.length === 0 && <p className={styles.none}>No differences</p>}
      {data !== undefined && data.sentences.length > 0 && (
        // Focusable, so that the keyboard can scroll it.
        <ul className={styles.list} aria-labelledby="version-changes" tabIndex={0}>
          {data.sentences.map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

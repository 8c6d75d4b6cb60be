import { Skeleton } from './skeleton.tsx';
import styles from './skeleton.module.css';

/** Stands for a list of rows that is on its way. */
export function RowSkeletons({ label }: { label: string }) {
  return (
    <div className={styles.rows} role="status" aria-label={label}>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} height={52} />
      ))}
    </div>
  );
}

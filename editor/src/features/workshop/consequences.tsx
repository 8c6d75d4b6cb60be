import { Link } from 'react-router';
import type { ComponentUpgrade } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './dialogs.module.css';

interface ConsequencesProps {
  upgrade: ComponentUpgrade | undefined;
  isLoading: boolean;
  error: Error | null;
}

/** What a version does to the pages that were made with another one: the dry run of an upgrade. */
export function Consequences({ upgrade, isLoading, error }: ConsequencesProps) {
  return (
    <section className={styles.consequences} aria-label="Pages that change">
      <h3 className={styles.subtitle}>Pages that change</h3>
      {error !== null && <p className={styles.soft}>{explain(error)}</p>}
      {isLoading && error === null && <Skeleton height={36} />}
      {upgrade?.total === 0 && <p className={styles.soft}>No page has an older version of it.</p>}
      {upgrade !== undefined && upgrade.total > 0 && (
        <ul className={styles.pages}>
          {upgrade.items.map((page) => {
            const lost = page.nodes.flatMap(({ faults }) => faults);
            return (
              <li key={page.id}>
                <div className={styles.page}>
                  <Link to={`/${page.id}/edit`} target="_blank" rel="noopener">
                    {page.name}
                  </Link>
                  <span className={styles.soft}>
                    from {page.from}, {page.nodes.length === 0 ? 'no values change' : page.nodes.length === 1 ? 'values change in 1 place' : `values change in ${String(page.nodes.length)} places`}
                  </span>
                </div>
                {page.fault !== undefined && <p className={styles.lost}>{page.fault}</p>}
                {lost.map(({ path, message }, index) => (
                  <p key={index} className={styles.lost}>
                    Left out: {path} {message}
                  </p>
                ))}
              </li>
            );
          })}
          {upgrade.total > upgrade.items.length && <li className={styles.soft}>and {upgrade.total - upgrade.items.length} more</li>}
        </ul>
      )}
    </section>
  );
}

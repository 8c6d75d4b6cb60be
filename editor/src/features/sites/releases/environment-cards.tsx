import { useQueries } from '@tanstack/react-query';
import { CalendarClock, Lock } from 'lucide-react';
import { Link } from 'react-router';
import { shownPagesQuery, type ShownPage, type UpcomingRelease } from '../../../api/releases.ts';
import type { Environment } from '../../../api/types.ts';
import { Badge } from '../../../ui/badge.tsx';
import { counted } from '../../../ui/counted.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './releases.module.css';

interface EnvironmentCardsProps {
  environments: readonly Environment[];
  chosen: Environment;
  upcoming: readonly UpcomingRelease[];
}

/** Each environment with what visitors see there in short; a choice of the one that the rest of the screen is about. */
export function EnvironmentCards({ environments, chosen, upcoming }: EnvironmentCardsProps) {
  const shown = useQueries({ queries: environments.map(({ id }) => shownPagesQuery(id)) });
  return (
    <nav aria-label="Environments">
      <ul className={styles.cards}>
        {environments.map((environment, index) => {
          const { id, name, access } = environment;
          const scheduled = upcoming.filter(({ environmentId, state }) => environmentId === id && state !== 'failed').length;
          return (
            <li key={id}>
              <Link to={`/releases?environment=${id}`} replace className={styles.card} aria-current={environment === chosen ? 'page' : undefined}>
                <span className={styles.cardName}>
                  {name}
                  {access !== 'public' && <Lock size={14} aria-label="Not for everyone" />}
                </span>
                <span className={styles.badges}>
                  <State pages={shown[index]?.data} isUnknown={shown[index]?.isError === true} />
                  {scheduled > 0 && (
                    <Badge tone="accent">
                      <CalendarClock size={12} aria-hidden="true" /> {scheduled} coming up
                    </Badge>
                  )}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function State({ pages, isUnknown }: { pages: readonly ShownPage[] | undefined; isUnknown: boolean }) {
  if (isUnknown) return <span className={styles.soft}>It could not be loaded.</span>;
  if (pages === undefined) return <Skeleton width={120} height={20} />;
  if (pages.length === 0) return <span className={styles.soft}>Shows nothing yet</span>;
  const old = pages.filter(({ hasChanges }) => hasChanges).length;
  return (
    <>
      <span className={styles.soft}>{counted(pages.length, 'page')} live</span>
      {old > 0 ? <Badge tone="warning">{old} out of date</Badge> : <Badge tone="success">Up to date</Badge>}
    </>
  );
}

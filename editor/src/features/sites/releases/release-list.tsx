import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowRightLeft, CloudOff, GitBranch, History, Rocket, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { explain } from '../../../api/problem.ts';
import { type Release, releasesQuery, type ShownPage } from '../../../api/releases.ts';
import type { Environment } from '../../../api/types.ts';
import { canPublish, useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { type Standing, standingsOf } from './release-standing.ts';
import { extentOf, isRemoval, kindOf, titleOf } from './release-words.ts';
import { StandingBadges } from './standing-badges.tsx';
import styles from './releases.module.css';

const kindIcons: Record<Release['kind'], typeof Rocket> = { publish: Rocket, rollback: Undo2, promotion: ArrowRightLeft, preview: GitBranch };

const iconOf = (release: Release): typeof Rocket => (isRemoval(release) ? CloudOff : kindIcons[release.kind]);

/** An environment's releases, newest first: what each did, who made it, and what of it visitors still see. */
export function ReleaseList({ environment, shown }: { environment: Environment; shown: readonly ShownPage[] }) {
  const mayGoBack = canPublish(useUser());
  const releases = useInfiniteQuery(releasesQuery(environment.id));
  const [goingBackTo, setGoingBackTo] = useState<Release | null>(null);
  const all = releases.data?.pages.flatMap(({ items }) => items) ?? [];
  const standings = standingsOf(all, shown);
  if (releases.isPending) return <RowSkeletons label="Loading the releases" />;
  if (releases.isError && all.length === 0) return <NotLoaded title="The releases could not be loaded" reason={explain(releases.error)} onRetry={() => void releases.refetch()} />;
  if (all.length === 0)
    return (
      <EmptyState icon={<History size={24} />} title={`Nothing was published to ${environment.name} yet`}>
        Whatever is published here stands in this list from then on, and can be gone back to.
      </EmptyState>
    );
  return (
    <>
      <RowList label="Releases">
        {all.map((release, index) => (
          <ReleaseRow
            key={release.id}
            release={release}
            standing={standings.get(release.id)}
            onGoBack={mayGoBack && index > 0 && release.canRollBack ? () => setGoingBackTo(release) : undefined}
          />
        ))}
      </RowList>
      <ShowMore hasMore={releases.hasNextPage} isBusy={releases.isFetchingNextPage} onMore={() => void releases.fetchNextPage()} />
      {goingBackTo !== null && <MoveDialog release={goingBackTo} environments={[environment]} kind="rollback" onClose={() => setGoingBackTo(null)} />}
    </>
  );
}

function ReleaseRow({ release, standing, onGoBack }: { release: Release; standing: Standing | undefined; onGoBack: (() => void) | undefined }) {
  const Icon = iconOf(release);
  const title = titleOf(release);
  return (
    <Row
      picture={
        <span className={styles.kind}>
          <Icon size={16} aria-hidden="true" />
        </span>
      }
      title={<Link to={`/releases/${release.id}`}>{title}</Link>}
      badges={<StandingBadges release={release} standing={standing} />}
      detail={
        <>
          {release.message !== '' && title !== kindOf(release) && `${kindOf(release)} · `}
          {extentOf(release)} · {release.author.name}, <RelativeTime iso={release.createdAt} />
        </>
      }
      end={
        onGoBack !== undefined && (
          <Button size="small" icon={<Undo2 size={14} />} aria-label={`Go back to “${title}”…`} onClick={onGoBack}>
            Go back…
          </Button>
        )
      }
    />
  );
}

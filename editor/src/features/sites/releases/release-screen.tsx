import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRightLeft, CloudOff, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { isPlaceToPublish } from '../../../api/environments.ts';
import { explain, Problem } from '../../../api/problem.ts';
import { environmentsQuery } from '../../../api/queries.ts';
import { type Release, releaseQuery } from '../../../api/releases.ts';
import type { Environment } from '../../../api/types.ts';
import { canPublish, useUser } from '../../../api/use-credentials.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { momentText } from '../../../ui/moment.ts';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { useDocumentTitle } from '../../../ui/use-document-title.ts';
import { MoveDialog } from './move-dialog.tsx';
import { ReleaseHealth, ReleaseLog, ReleasePages } from './release-parts.tsx';
import { kindOf, titleOf } from './release-words.ts';
import { StandingBadges } from './standing-badges.tsx';
import { useStanding } from './use-standing.ts';
import styles from './releases.module.css';

/** One release: what it changed, whether visitors get it, what was done for it, and the ways back to it. */
export function ReleaseScreen() {
  const { id = '' } = useParams();
  const release = useQuery(releaseQuery(id));
  const environments = useQuery(environmentsQuery());
  useDocumentTitle(release.data === undefined ? 'Release' : titleOf(release.data));
  if (release.data !== undefined && environments.data !== undefined)
    return <OneRelease key={id} release={release.data} environments={environments.data} />;
  const error = release.error ?? environments.error;
  const isGone = error instanceof Problem && error.status === 404;
  return (
    <div className={styles.screen}>
      <Back to="/releases" />
      {error === null && <RowSkeletons label="Loading the release" />}
      {isGone && (
        <EmptyState icon={<CloudOff size={24} />} title="There is no such release" action={<ButtonLink to="/releases">Show all releases</ButtonLink>}>
          It is too old to be kept, or its environment was deleted.
        </EmptyState>
      )}
      {error !== null && !isGone && (
        <NotLoaded title="The release could not be loaded" reason={explain(error)} onRetry={() => void Promise.all([release.refetch(), environments.refetch()])} />
      )}
    </div>
  );
}

function Back({ to }: { to: string }) {
  return (
    <Link to={to} className={styles.back}>
      <ArrowLeft size={15} aria-hidden="true" />
      Published
    </Link>
  );
}

function OneRelease({ release, environments }: { release: Release; environments: readonly Environment[] }) {
  const mayAct = canPublish(useUser());
  const [moving, setMoving] = useState<'rollback' | 'promotion' | null>(null);
  const environment = environments.find(({ id }) => id === release.environmentId);
  const { standing, isNewest } = useStanding(release);
  const others = environments.filter((other) => isPlaceToPublish(other) && other.id !== release.environmentId);
  const [firstOther, ...moreOthers] = others;
  return (
    <div className={styles.screen}>
      <Back to={`/releases?environment=${release.environmentId}`} />
      <div className={styles.bar}>
        <h1 className={styles.title}>{titleOf(release)}</h1>
        {mayAct && release.canRollBack && environment !== undefined && isPlaceToPublish(environment) && (
          <div className={styles.actions}>
            {firstOther !== undefined && release.counts.shown > 0 && (
              <Button icon={<ArrowRightLeft size={15} />} onClick={() => setMoving('promotion')}>
                Bring to another environment…
              </Button>
            )}
            {!isNewest && (
              <Button icon={<Undo2 size={15} />} onClick={() => setMoving('rollback')}>
                Go back to it…
              </Button>
            )}
          </div>
        )}
      </div>
      <p className={styles.about}>
        <StandingBadges release={release} standing={standing} />
        <span>
          {kindOf(release)} in {environment?.name ?? 'an environment that was deleted'} by {release.author.name}, <RelativeTime iso={release.createdAt} /> ({momentText(release.createdAt)})
        </span>
        {release.sourceId !== null && <Link to={`/releases/${release.sourceId}`}>{release.kind === 'rollback' ? 'The release that it went back to' : 'The release that it shows the pages of'}</Link>}
      </p>
      {!release.canRollBack && <Notice>It is older than what is kept: one cannot go back to it any more.</Notice>}
      {release.rollbackOnFailure && <p className={styles.soft}>If visitors had not got its pages, the environment would have gone back by itself.</p>}
      <ReleaseHealth release={release} />
      <ReleasePages release={release} />
      <ReleaseLog release={release} />
      {moving === 'rollback' && environment !== undefined && <MoveDialog kind="rollback" release={release} environments={[environment]} onClose={() => setMoving(null)} />}
      {moving === 'promotion' && firstOther !== undefined && <MoveDialog kind="promotion" release={release} environments={[firstOther, ...moreOthers]} onClose={() => setMoving(null)} />}
    </div>
  );
}

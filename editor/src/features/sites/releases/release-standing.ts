import type { Release, ShownPage } from '../../../api/releases.ts';

/** What visitors still see of a release. */
export type Standing = 'live' | 'partly-live' | 'rolled-back' | 'replaced';

/** Of an environment's releases, newest first and without a gap, by their ids. */
export function standingsOf(releases: readonly Release[], shown: readonly ShownPage[]): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  let undoneDownTo: string | null = null;
  releases.forEach((release, index) => {
    if (release.id === undoneDownTo) undoneDownTo = null;
    const live = shown.filter(({ releaseId }) => releaseId === release.id).length;
    // The newest one is what visitors see, also where all that it did was to take pages off.
    if (index === 0 || (live > 0 && live === release.counts.shown)) standings.set(release.id, 'live');
    else if (live > 0) standings.set(release.id, 'partly-live');
    else standings.set(release.id, undoneDownTo === null ? 'replaced' : 'rolled-back');
    if (release.kind === 'rollback' && release.sourceId !== null && undoneDownTo === null) undoneDownTo = release.sourceId;
  });
  return standings;
}

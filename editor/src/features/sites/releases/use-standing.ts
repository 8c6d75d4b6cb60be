import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type Release, releasesQuery, shownPagesQuery } from '../../../api/releases.ts';
import { type Standing, standingsOf } from './release-standing.ts';

/** What visitors still see of a release; undefined while that is not known. */
export function useStanding(release: Release): { standing: Standing | undefined; isNewest: boolean } {
  const releases = useInfiniteQuery(releasesQuery(release.environmentId)).data?.pages.flatMap(({ items }) => items);
  const shown = useQuery(shownPagesQuery(release.environmentId)).data;
  if (releases === undefined || shown === undefined) return { standing: undefined, isNewest: false };
  // An old one is not among the newest, but some of its pages may be live still.
  const ofOld = shown.some(({ releaseId }) => releaseId === release.id) ? 'partly-live' : 'replaced';
  return { standing: standingsOf(releases, shown).get(release.id) ?? ofOld, isNewest: releases[0]?.id === release.id };
}

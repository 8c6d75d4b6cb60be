import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { releasesChanged, upcomingQuery } from '../../../api/releases.ts';

/** The releases that are not there yet. Once one has come about, what is published is asked for anew. */
export function useUpcoming() {
  const queries = useQueryClient();
  const upcoming = useQuery(upcomingQuery());
  const known = useRef<string[]>([]);
  const ids = upcoming.data?.filter(({ state }) => state !== 'failed').map(({ jobId }) => jobId);
  useEffect(() => {
    if (ids === undefined) return;
    if (known.current.some((id) => !ids.includes(id))) void releasesChanged(queries);
    known.current = ids;
  });
  return upcoming;
}

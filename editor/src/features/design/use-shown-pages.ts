import { useQueries, useQuery } from '@tanstack/react-query';
import { isPlaceToPublish } from '../../api/environments.ts';
import { environmentsQuery } from '../../api/queries.ts';
import { shownPagesQuery, type ShownPage } from '../../api/releases.ts';
import type { Environment } from '../../api/types.ts';

export interface EnvironmentPages {
  environment: Environment;
  pages: readonly ShownPage[];
}

/** What visitors see of each environment but previews. */
export function useShownPages(): EnvironmentPages[] {
  const environments = (useQuery(environmentsQuery()).data ?? []).filter(isPlaceToPublish);
  const shown = useQueries({ queries: environments.map(({ id }) => shownPagesQuery(id)) });
  return environments.flatMap((environment, index) => {
    const pages = shown[index]?.data;
    return pages === undefined || pages.length === 0 ? [] : [{ environment, pages }];
  });
}

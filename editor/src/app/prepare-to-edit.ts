import type { QueryClient } from '@tanstack/react-query';
import { componentsQuery, pageQuery, tokensQuery } from '../api/queries.ts';
import { engineModule } from '../engine/engine-module.ts';

/** Asks for all that an open page needs, so that it comes while the edit screen itself is still being loaded. What fails here is told by who needs it. */
export function prepareToEdit(queries: QueryClient, id: string): void {
  void queries.prefetchQuery(pageQuery(id));
  void queries.prefetchQuery(componentsQuery());
  void queries.prefetchQuery(tokensQuery());
  engineModule().catch(() => undefined);
}

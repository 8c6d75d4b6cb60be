import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';

import { updatePage, type PageChange } from '../../../api/pages.ts';
import { pageQuery } from '../../../api/queries.ts';
import type { Page } from '../../../api/types.ts';
import { useSession } from '../../../session/react.ts';

export interface PageRecord {
  // Undefined while it is on its way.
  page: Page | undefined;
  change: UseMutationResult<Page, Error, PageChange>;
}

// What the server knows of the page beside its document: name, address, whether it is the home page. Changes of it are no steps of undo.
export function usePageRecord(): PageRecord {
  const { pageId } = useSession();
  const queries = useQueryClient();
  const { data: page } = useQuery({ ...pageQuery(pageId), staleTime: Infinity });
  const change = useMutation({
    mutationFn: (wish: PageChange) => updatePage(pageId, wish),
    onSuccess: (changed) => queries.setQueryData(pageQuery(pageId).queryKey, changed),
  });
  return { page, change };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { createPage } from '../../api/pages.ts';
import type { PageSummary } from '../../api/types.ts';
import type { JsonObject } from '../../engine/json.ts';
import { useSession } from '../../session/react.ts';
import { showToast } from '../../ui/toast-queue.ts';

// Makes a page of what is open here, with what has not reached the server, and opens that.
export function useCopy(page: PageSummary) {
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => {
      const { components = [], layout = {} } = session.read('document', {}).document;
      return createPage({ name: `${page.name} (copy)`.slice(-255), structure: { components } as unknown as JsonObject, layout });
    },
    onSuccess: (created) => {
      // All of it is in the copy.
      session.forgetPending();
      queries.setQueryData(['page', created.id], created);
      showToast({ text: `“${created.name}” is what you had open, with all of your changes.` });
      return navigate(`/${created.id}/edit`, { replace: true });
    },
  });
}

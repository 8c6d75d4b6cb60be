import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deleteEnvironment } from '../../../api/environments.ts';
import { explain } from '../../../api/problem.ts';
import { releasesChanged, releasesQuery, shownPagesQuery } from '../../../api/releases.ts';
import type { Environment } from '../../../api/types.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { counted } from '../../../ui/counted.ts';
import { showToast } from '../../../ui/toast-queue.ts';

/** Asks, and says what goes with it. */
export function DeleteEnvironment({ environment, onClose }: { environment: Environment; onClose: () => void }) {
  const queries = useQueryClient();
  const shown = useQuery(shownPagesQuery(environment.id));
  const releases = useInfiniteQuery(releasesQuery(environment.id));
  const remove = useMutation({
    mutationFn: () => deleteEnvironment(environment.id),
    onSuccess: async () => {
      onClose();
      showToast({ text: `${environment.name} is deleted.` });
      await releasesChanged(queries);
    },
  });
  const pages = shown.data?.length;
  const total = releases.data?.pages[0]?.total;
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Delete ${environment.name}?`}
      description={
        <>
          {pages === undefined ? 'What it shows' : pages === 0 ? 'It shows no page. Its address' : `${counted(pages, 'page')} that visitors see at ${environment.baseUrl}`}
          {pages === 0 ? ' is gone' : ' can be seen there no more'}, and {total === undefined ? 'its releases' : counted(total, 'release')} and whatever visitors sent by its forms are deleted. The pages themselves stay. This cannot be undone.
        </>
      }
      confirmLabel="Delete environment"
      isBusy={remove.isPending}
      error={remove.isError ? explain(remove.error) : undefined}
      onConfirm={() => remove.mutate()}
    />
  );
}

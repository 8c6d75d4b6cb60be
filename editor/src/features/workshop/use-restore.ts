import { useMutation, useQueryClient } from '@tanstack/react-query';
import { componentQuery, restoreComponent } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import { showToast } from '../../ui/toast-queue.ts';

/** Brings a deleted component back into the library. */
export function useRestore(name: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => restoreComponent(name),
    onSuccess: (component) => {
      queries.setQueryData(componentQuery(name).queryKey, component);
      void queries.invalidateQueries({ queryKey: ['components'] });
      showToast({ text: 'The component is back in the library.' });
    },
    onError: (error) => showToast({ text: explain(error), tone: 'danger' }),
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { componentQuery, restoreComponent, type WholeComponent } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import type { User } from '../../api/types.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { isInCharge } from './rights.ts';

/** Brings a deleted component back into the library. */
export function useRestore(name: string) {
  const queries = useQueryClient();
  const restore = useMutation({
    mutationFn: () => restoreComponent(name),
    onSuccess: (component) => {
      queries.setQueryData(componentQuery(name).queryKey, component);
      void queries.invalidateQueries({ queryKey: ['components'] });
      showToast({ text: 'The component is back in the library.' });
    },
    onError: (error) => showToast({ text: explain(error), tone: 'danger' }),
  });
  return {
    ...restore,
    mayRestore: (component: WholeComponent | null, user: User): boolean => component?.deletedAt != null && isInCharge(component, user),
  };
}

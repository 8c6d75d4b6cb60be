import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { userChanged } from '../../../api/credentials.ts';
import { changeMember, type Member } from '../../../api/members.ts';
import { explain, Problem } from '../../../api/problem.ts';
import type { Role } from '../../../api/types.ts';
import { useUser } from '../../../api/use-credentials.ts';
import { showToast } from '../../../ui/toast-queue.ts';

/** Somebody else was quicker: there is no such member any more. */
export const isGone = (error: unknown): boolean => error instanceof Problem && error.status === 404;

/** Whatever a change of members shows in. */
export async function reloadMembers(queries: QueryClient): Promise<void> {
  await Promise.all([queries.invalidateQueries({ queryKey: ['members'] }), queries.invalidateQueries({ queryKey: ['teams'] })]);
}

export function sayGone(name: string): void {
  showToast({ text: `${name} is no member any more: somebody removed them meanwhile.`, tone: 'danger' });
}

interface Told {
  /** The sentence for the eye when it is done. */
  said: string;
  /** When there is nothing left to ask: it is done, or there is nobody whom it could be done to. */
  onSettled?: () => void;
}

/** Changes what a member may. A refusal stays with the caller, which is where it is read. */
export function useMemberChange(member: Member, { said, onSettled }: Told) {
  const queries = useQueryClient();
  const user = useUser();
  return useMutation({
    mutationFn: (change: { role?: Role; isActive?: boolean }) => changeMember(member.id, change),
    onSuccess: async (changed) => {
      onSettled?.();
      showToast({ text: said, tone: 'success' });
      // Of oneself the editor has to know at once, for it offers what one may.
      if (member.id === user.id) userChanged({ ...user, role: changed.role });
      await reloadMembers(queries);
    },
    onError: async (error) => {
      if (!isGone(error)) {
        if (onSettled === undefined) showToast({ text: `Nothing was changed. ${explain(error)}`, tone: 'danger' });
        return;
      }
      onSettled?.();
      sayGone(member.name);
      await reloadMembers(queries);
    },
  });
}

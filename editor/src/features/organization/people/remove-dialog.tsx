import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { signedOut } from '../../../api/credentials.ts';
import { removeMember, type Member } from '../../../api/members.ts';
import { handOverPages, ownedPagesQuery } from '../../../api/owned-pages.ts';
import { explain } from '../../../api/problem.ts';
import { useUser } from '../../../api/use-credentials.ts';
import { ExplainedChoice } from '../../../ui/explained-choice.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { ChosenMember } from '../chosen-member.tsx';
import { isGone, reloadMembers, sayGone } from './use-member-change.ts';

type Fate = 'stay' | 'go';

/** Ends somebody's membership, and before it hands their pages over where that is wanted. */
export function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const queries = useQueryClient();
  const user = useUser();
  const isYou = user.id === member.id;
  const owned = useQuery(ownedPagesQuery(member.id));
  const [fate, setFate] = useState<Fate>('stay');
  const [heir, setHeir] = useState<Member | null>(null);
  const [handedOver, setHandedOver] = useState(0);
  const remove = useMutation({
    mutationFn: async () => {
      if (fate === 'go' && heir !== null) await handOverPages(member.id, heir.id, setHandedOver);
      await removeMember(member.id);
    },
    onSuccess: async () => {
      onClose();
      showToast({ text: `${member.name} is no member any more.` });
      if (isYou) return signedOut();
      await Promise.all([reloadMembers(queries), queries.invalidateQueries({ queryKey: ['pages'] })]);
    },
    onError: async (error) => {
      if (!isGone(error)) return;
      onClose();
      sayGone(member.name);
      await reloadMembers(queries);
    },
  });
  const pages = owned.data ?? 0;
  const progress = remove.isPending && fate === 'go' && heir !== null ? `${Math.min(handedOver, pages)} of ${countOf(pages)} handed over` : '';
  return (
    <FormDialog
      title={isYou ? 'Leave the organisation?' : `Remove ${member.name}?`}
      description={
        isYou
          ? 'You are signed out at once and come back by an invitation only. Your teams, your API tokens, and what was shared with you are gone. What you made stays, in your name.'
          : 'They are signed out at once and come back by an invitation only. Their teams, their API tokens, and what was shared with them are gone. What they made stays, in their name.'
      }
      confirmLabel={isYou ? 'Leave' : 'Remove'}
      tone="danger"
      isBusy={remove.isPending}
      isReady={owned.data !== undefined && (fate === 'stay' || heir !== null)}
      error={remove.isError ? explain(remove.error) : owned.isError ? explain(owned.error) : undefined}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {owned.isPending && <Skeleton height={64} />}
      {pages > 0 && (
        <>
          <ExplainedChoice<Fate>
            label={`What happens to ${countOf(pages)}`}
            value={fate}
            choices={[
              {
                value: 'stay',
                label: `${isYou ? 'Your' : 'Their'} ${pages === 1 ? 'page stays' : `${pages} pages stay`} without an owner`,
                means: 'What only the owner had access to is seen by administrators alone, who can share it.',
              },
              { value: 'go', label: `Hand ${pages === 1 ? 'it' : 'them'} over to somebody`, means: `Who then decides who may do what with ${pages === 1 ? 'it' : 'them'}.` },
            ]}
            onChange={setFate}
          />
          {fate === 'go' && <ChosenMember label="New owner" excluded={[member.id]} chosen={heir} onChoose={setHeir} />}
        </>
      )}
      <p role="status" className={progress === '' ? 'visually-hidden' : undefined}>
        {progress}
      </p>
    </FormDialog>
  );
}

const countOf = (pages: number): string => `${pages} ${pages === 1 ? 'page' : 'pages'}`;

import type { Member } from '../../../api/members.ts';
import { explain } from '../../../api/problem.ts';
import { useUser } from '../../../api/use-credentials.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useMemberChange } from './use-member-change.ts';

export function DeactivateDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const isYou = useUser().id === member.id;
  const change = useMemberChange(member, { said: `${member.name} is deactivated.`, onSettled: onClose });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={isYou ? 'Deactivate yourself?' : `Deactivate ${member.name}?`}
      description={
        isYou
          ? 'You are signed out at once, and can’t come in until another administrator reactivates you. Your role, teams and what was shared with you are kept.'
          : 'They are signed out at once, and can’t come in until an administrator reactivates them. Their role, teams and what was shared with them are kept.'
      }
      confirmLabel="Deactivate"
      isBusy={change.isPending}
      error={change.isError ? explain(change.error) : undefined}
      onConfirm={() => change.mutate({ isActive: false })}
    />
  );
}

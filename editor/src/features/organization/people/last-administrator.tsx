import type { Member } from '../../../api/members.ts';
import { useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** Why this member can neither be removed nor deactivated, and what to do about it. */
export function LastAdministrator({ member, onClose }: { member: Member; onClose: () => void }) {
  const isYou = useUser().id === member.id;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={isYou ? 'You are the last administrator' : `${member.name} is the last administrator`}
      description="Without one nobody could invite people, publish pages or change what others may do. Make somebody else an administrator first."
      actions={
        <Button tone="primary" onClick={onClose}>
          Close
        </Button>
      }
    />
  );
}

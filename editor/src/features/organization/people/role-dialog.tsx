import { useState } from 'react';
import type { Member } from '../../../api/members.ts';
import { explain } from '../../../api/problem.ts';
import { roleNames } from '../../../api/roles.ts';
import { useUser } from '../../../api/use-credentials.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useMemberChange } from './use-member-change.ts';

interface RoleDialogProps {
  member: Member;
  isLastAdministrator: boolean;
  onClose: () => void;
}

export function RoleDialog({ member, isLastAdministrator, onClose }: RoleDialogProps) {
  const isYou = useUser().id === member.id;
  const [role, setRole] = useState(member.role);
  const change = useMemberChange(member, { said: `${member.name} is ${role === 'viewer' ? 'a' : 'an'} ${roleNames[role].toLowerCase()} now.`, onSettled: onClose });
  return (
    <FormDialog
      title={`Role of ${member.name}`}
      description="It counts at once, in pages that they have open too."
      confirmLabel="Change role"
      isReady={role !== member.role}
      isBusy={change.isPending}
      error={change.isError ? explain(change.error) : undefined}
      onConfirm={() => change.mutate({ role })}
      onClose={onClose}
    >
      {isLastAdministrator && <Notice>{isYou ? 'You are' : `${member.name} is`} the last administrator, and an organisation needs one. Make somebody else an administrator first.</Notice>}
      <RoleChoice value={role} onlyAdministrator={isLastAdministrator} onChange={setRole} />
      {isYou && role !== 'admin' && <Notice tone="warning">You will not be able to manage people any more, nor to take this back.</Notice>}
    </FormDialog>
  );
}

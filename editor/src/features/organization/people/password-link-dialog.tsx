import { useMutation } from '@tanstack/react-query';
import { sendPasswordLink, type Member } from '../../../api/members.ts';
import { explain } from '../../../api/problem.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

/** Helps somebody who has forgotten their password. */
export function PasswordLinkDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const send = useMutation({
    mutationFn: () => sendPasswordLink(member.id),
    onSuccess: (shown) => {
      if (shown !== null) return;
      showToast({ text: `A link is on its way to ${member.email}.`, tone: 'success' });
      onClose();
    },
  });
  const link = send.data ?? null;
  return (
    <FormDialog
      title={`Send ${member.name} a link to a new password?`}
      description={`It goes to ${member.email} and works once, for an hour. Until it is used their password stays as it is.`}
      confirmLabel="Send the link"
      isReady={!member.isShared}
      isBusy={send.isPending}
      error={send.isError ? explain(send.error) : undefined}
      outcome={
        link === null
          ? undefined
          : {
              title: `A link for ${member.name}`,
              description: 'This server sends no e-mail: pass the link on yourself. It works once, for an hour, and is not shown again.',
              children: <CopyField label="Link to a new password" value={link} help="Whoever has it can choose the password." />,
            }
      }
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      {member.isShared && <Notice>{member.name} belongs to another organisation too, so only they themselves can ask for a new password: with “Forgotten your password?” where one signs in.</Notice>}
    </FormDialog>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invite, type SentInvitation } from '../../../api/members.ts';
import { explain } from '../../../api/problem.ts';
import type { Role } from '../../../api/types.ts';
import { TextArea } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { addressesIn } from './addresses.ts';
import { InvitationLink } from './invitation-link.tsx';
import { RoleChoice } from './role-choice.tsx';

interface Outcome {
  sent: SentInvitation[];
  /** Addresses that were refused, and why. */
  refused: { email: string; reason: string }[];
}

async function inviteEach(addresses: readonly string[], role: Role): Promise<Outcome> {
  const outcome: Outcome = { sent: [], refused: [] };
  for (const email of addresses) {
    try {
      outcome.sent.push(await invite(email, role));
    } catch (error) {
      outcome.refused.push({ email, reason: explain(error) });
    }
  }
  return outcome;
}

const countOf = (invitations: readonly unknown[]): string => `${invitations.length} ${invitations.length === 1 ? 'invitation' : 'invitations'}`;

/** Invites one or several people. Those whom the server refuses stay in the field, with the reason. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [links, setLinks] = useState<SentInvitation[]>([]);
  const addresses = addressesIn(text);
  const send = useMutation({
    mutationFn: () => inviteEach(addresses, role),
    onSuccess: async ({ sent, refused }) => {
      setText(refused.map(({ email }) => email).join('\n'));
      setLinks((before) => [...before, ...sent.filter(({ link }) => link !== null)]);
      const isMailed = sent.some(({ link }) => link === null);
      if (isMailed) showToast({ text: `${countOf(sent)} ${sent.length === 1 ? 'is' : 'are'} on ${sent.length === 1 ? 'its' : 'their'} way.`, tone: 'success' });
      if (isMailed && refused.length === 0) onClose();
      await queries.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  const refused = send.data?.refused ?? [];
  const shownLinks = links.map((sent) => <InvitationLink key={sent.invitation.id} sent={sent} />);
  return (
    <FormDialog
      title="Invite people"
      description="Each gets a link with which they join, with the account that they have or a new one."
      confirmLabel={addresses.length > 1 ? `Send ${countOf(addresses)}` : 'Send invitation'}
      isReady={addresses.length > 0}
      isBusy={send.isPending}
      outcome={
        links.length === 0 || refused.length > 0
          ? undefined
          : {
              title: links.length === 1 ? 'The link of the invitation' : 'The links of the invitations',
              description: 'This server sends no e-mail: pass each link on yourself. It is not shown again, but you can make a new one.',
              children: shownLinks,
            }
      }
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <TextArea
        label="E-mail addresses"
        rows={2}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder="grace@example.org"
        help="Several with commas or on lines of their own."
        value={text}
        error={refused.length === 0 ? undefined : 'These were not invited.'}
        onChange={(event) => setText(event.target.value)}
      />
      {refused.length > 0 && (
        <Notice tone="danger">
          {refused.map(({ email, reason }) => (
            <p key={email}>
              {email}: {reason}
            </p>
          ))}
        </Notice>
      )}
      {shownLinks}
      <RoleChoice value={role} onChange={setRole} />
    </FormDialog>
  );
}

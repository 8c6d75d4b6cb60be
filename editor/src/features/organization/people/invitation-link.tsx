import type { SentInvitation } from '../../../api/members.ts';
import { roleNames } from '../../../api/roles.ts';
import { CopyField } from '../../../ui/copy-field.tsx';

/** The link of an invitation, where the server sends no e-mail. */
export function InvitationLink({ sent: { invitation, link } }: { sent: SentInvitation }) {
  if (link === null) return null;
  return <CopyField label={`Link for ${invitation.email}`} value={link} help={`Whoever opens it can join, once and within seven days, as ${roleNames[invitation.role].toLowerCase()}.`} />;
}

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { invitationsQuery, revokeInvitation, sendInvitationAgain, type Invitation, type SentInvitation } from '../../../api/members.ts';
import { explain } from '../../../api/problem.ts';
import { roleNames } from '../../../api/roles.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { SettingsPart } from '../../../ui/settings-page.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { expiryOf } from './expiry.ts';
import { InvitationLink } from './invitation-link.tsx';
import { isGone } from './use-member-change.ts';

/** The invitations that nobody has accepted yet; nothing where there are none. */
export function Invitations() {
  const { data, error, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({ ...invitationsQuery(), refetchOnMount: 'always' });
  const [sentAgain, setSentAgain] = useState<SentInvitation | null>(null);
  const invitations = data?.pages.flatMap((slice) => slice.items) ?? [];
  if (error !== null && data === undefined) {
    return (
      <SettingsPart title="Invitations">
        <NotLoaded title="The invitations could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      </SettingsPart>
    );
  }
  if (invitations.length === 0 && sentAgain === null) return null;
  return (
    <SettingsPart title="Invitations" introduction="They wait to be accepted. A link works once, for seven days.">
      <RowList label="Invitations">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} onSentAgain={setSentAgain} />
        ))}
      </RowList>
      <ShowMore hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      {sentAgain !== null && (
        <Dialog
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) setSentAgain(null);
          }}
          title="A new link"
          description="This server sends no e-mail: pass the link on yourself. The one before is void. It is not shown again."
          actions={
            <Button tone="primary" onClick={() => setSentAgain(null)}>
              Done
            </Button>
          }
        >
          <InvitationLink sent={sentAgain} />
        </Dialog>
      )}
    </SettingsPart>
  );
}

function InvitationRow({ invitation, onSentAgain }: { invitation: Invitation; onSentAgain: (sent: SentInvitation) => void }) {
  const { id, email, role } = invitation;
  const queries = useQueryClient();
  const [isRevoking, setIsRevoking] = useState(false);
  const expiry = expiryOf(invitation.expiresAt, new Date());
  const reload = () => queries.invalidateQueries({ queryKey: ['invitations'] });
  const noMore = async () => {
    showToast({ text: `${email} has accepted meanwhile, or somebody revoked the invitation.` });
    await Promise.all([reload(), queries.invalidateQueries({ queryKey: ['members'] })]);
  };
  const again = useMutation({
    mutationFn: () => sendInvitationAgain(id),
    onSuccess: (sent) => {
      if (sent.link === null) showToast({ text: `A new link is on its way to ${email}.`, tone: 'success' });
      else onSentAgain(sent);
      return reload();
    },
    onError: (error) => (isGone(error) ? noMore() : showToast({ text: `Nothing was sent to ${email}. ${explain(error)}`, tone: 'danger' })),
  });
  const revoke = useMutation({
    mutationFn: () => revokeInvitation(id),
    onSuccess: () => {
      setIsRevoking(false);
      showToast({ text: `The invitation of ${email} is revoked.` });
      return reload();
    },
    onError: (error) => {
      if (!isGone(error)) return;
      setIsRevoking(false);
      return noMore();
    },
  });
  return (
    <Row
      picture={<Mail size={18} aria-hidden="true" />}
      title={email}
      badges={expiry.isOver && <Badge tone="warning">Expired</Badge>}
      detail={`As ${roleNames[role].toLowerCase()} · ${expiry.words}`}
      end={
        <>
          <Button size="small" aria-label={`Send again to ${email}`} isBusy={again.isPending} onClick={() => again.mutate()}>
            Send again
          </Button>
          <Button size="small" tone="quiet" aria-label={`Revoke the invitation of ${email}`} onClick={() => setIsRevoking(true)}>
            Revoke…
          </Button>
        </>
      }
    >
      <ConfirmDialog
        isOpen={isRevoking}
        onOpenChange={(isOpen) => {
          setIsRevoking(isOpen);
          revoke.reset();
        }}
        title={`Revoke the invitation of ${email}?`}
        description="The link that they were sent stops working. You can invite them again."
        confirmLabel="Revoke"
        isBusy={revoke.isPending}
        error={revoke.isError ? explain(revoke.error) : undefined}
        onConfirm={() => revoke.mutate()}
      />
    </Row>
  );
}

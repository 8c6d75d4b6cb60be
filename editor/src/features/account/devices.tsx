import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { endOtherSessions, endSession, sessionsQuery, type Session } from '../../api/account.ts';
import { explain, Problem } from '../../api/problem.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { RowSkeletons } from '../../ui/row-skeletons.tsx';
import { SettingsPart } from '../../ui/settings-page.tsx';
import { showToast } from '../../ui/toast-queue.ts';

/** Where somebody is signed in. What they don't know they sign out. */
export function Devices() {
  const queries = useQueryClient();
  const [isEndingAll, setIsEndingAll] = useState(false);
  const { data: sessions, error, isPending, refetch } = useQuery({ ...sessionsQuery(), refetchOnMount: 'always' });
  const others = sessions?.filter(({ isCurrent }) => !isCurrent) ?? [];
  const endAll = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => {
      setIsEndingAll(false);
      showToast({ text: 'You are signed in here only.', tone: 'success' });
      return queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <SettingsPart
      title="Where you are signed in"
      introduction="If there is a device that you don’t know, sign it out and change your password."
      action={others.length > 0 && <Button onClick={() => setIsEndingAll(true)}>Sign out everywhere else…</Button>}
    >
      {isPending && <RowSkeletons label="Loading where you are signed in" />}
      {error !== null && sessions === undefined && <NotLoaded title="Your devices could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />}
      {sessions !== undefined && (
        <RowList label="Devices">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </RowList>
      )}
      <ConfirmDialog
        isOpen={isEndingAll}
        onOpenChange={(isOpen) => {
          setIsEndingAll(isOpen);
          endAll.reset();
        }}
        title="Sign out everywhere else?"
        description={`${others.length} ${others.length === 1 ? 'device has' : 'devices have'} to sign in again. What is edited there and not saved yet is kept and follows then.`}
        confirmLabel="Sign out"
        tone="primary"
        isBusy={endAll.isPending}
        error={endAll.isError ? explain(endAll.error) : undefined}
        onConfirm={() => endAll.mutate()}
      />
    </SettingsPart>
  );
}

function SessionRow({ session: { id, device, network, isCurrent, createdAt, lastUsedAt } }: { session: Session }) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => endSession(id),
    onSuccess: () => showToast({ text: `${device} is signed out.` }),
    onError: (error) => {
      // It has ended by itself: what was wanted.
      if (error instanceof Problem && error.status === 404) showToast({ text: `${device} was signed out already.` });
      else showToast({ text: `${device} is still signed in. ${explain(error)}`, tone: 'danger' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const Icon = /android|ios|iphone|ipad|mobile/i.test(device) ? Smartphone : Laptop;
  return (
    <Row
      isEndSmall
      picture={<Icon size={18} aria-hidden="true" />}
      title={device}
      badges={isCurrent && <Badge tone="success">This device</Badge>}
      detail={
        <>
          {isCurrent ? (
            'In use now'
          ) : (
            <>
              Last used <RelativeTime iso={lastUsedAt} />
            </>
          )}
          {' · Signed in '}
          <RelativeTime iso={createdAt} />
          {network !== '' && ` · ${network}`}
        </>
      }
      end={
        isCurrent ? undefined : (
          <Button size="small" aria-label={`Sign out ${device}`} isBusy={end.isPending} onClick={() => end.mutate()}>
            Sign out
          </Button>
        )
      }
    />
  );
}

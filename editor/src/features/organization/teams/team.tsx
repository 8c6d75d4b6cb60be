import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { explain, Problem } from '../../../api/problem.ts';
import { addTeamMember, removeTeamMember, teamMembersQuery, teamQuery, type TeamMember } from '../../../api/teams.ts';
import type { Team as TeamOfPages } from '../../../api/types.ts';
import { isAdministrator, useUser } from '../../../api/use-credentials.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { SettingsPage, SettingsPart } from '../../../ui/settings-page.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { MemberSearch } from '../member-search.tsx';
import { TeamMenu } from './team-menu.tsx';

const back = { to: '/settings/teams', label: 'All teams' };

/** One team: who is in it. */
export function Team() {
  const id = useParams().id ?? '';
  const mayChange = isAdministrator(useUser());
  const navigate = useNavigate();
  const { data: team, error, refetch } = useQuery(teamQuery(id));
  if (error instanceof Problem && error.status === 404) {
    return (
      <SettingsPage title="No such team" back={back}>
        <EmptyState icon={<Users size={24} />} title="This team is gone" action={<ButtonLink to={back.to}>All teams</ButtonLink>}>
          Somebody has deleted it, or the link is incomplete.
        </EmptyState>
      </SettingsPage>
    );
  }
  if (team === undefined) {
    return (
      <SettingsPage title="Team" back={back}>
        {error === null ? <RowSkeletons label="Loading the team" /> : <NotLoaded title="The team could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />}
      </SettingsPage>
    );
  }
  return (
    <SettingsPage title={team.name} back={back} action={mayChange ? <TeamMenu team={team} onDeleted={() => void navigate(back.to)} /> : undefined}>
      <TeamMembers team={team} mayChange={mayChange} />
    </SettingsPage>
  );
}

function TeamMembers({ team, mayChange }: { team: TeamOfPages; mayChange: boolean }) {
  const queries = useQueryClient();
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({ ...teamMembersQuery(team.id), refetchOnMount: 'always' });
  const members = data?.pages.flatMap((slice) => slice.items) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  const reload = () => queries.invalidateQueries({ queryKey: ['teams'] });
  const add = useMutation({
    mutationFn: (member: { id: string; name: string }) => addTeamMember(team.id, member.id),
    onSuccess: (_, { name }) => showToast({ text: `${name} is in the team now.`, tone: 'success' }),
    onError: (fault, { name }) => showToast({ text: `${name} was not added. ${explain(fault)}`, tone: 'danger' }),
    onSettled: reload,
  });
  const remove = useMutation({
    mutationFn: (member: TeamMember) => removeTeamMember(team.id, member.id),
    onSuccess: (_, member) => showToast({ text: `${member.name} is not in the team any more.`, action: { label: 'Undo', run: () => add.mutate(member) } }),
    onError: (fault, { name }) => showToast({ text: `${name} was not taken out. ${explain(fault)}`, tone: 'danger' }),
    onSettled: reload,
  });
  return (
    <SettingsPart title={total === 0 ? 'Members' : `${total} ${total === 1 ? 'member' : 'members'}`} introduction="Being in a team raises nobody’s role: a viewer in it views.">
      {mayChange && <MemberSearch label="Add somebody to the team" verb="Add" excluded={members.map(({ id }) => id)} isBusy={add.isPending} onChoose={(member) => add.mutate(member)} />}
      {isPending && <RowSkeletons label="Loading the members" />}
      {error !== null && data === undefined && <NotLoaded title="The members could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />}
      {data !== undefined && members.length === 0 && (
        <EmptyState icon={<Users size={24} />} title="Nobody is in this team yet" size="small">
          {mayChange ? 'Look for somebody by name above and add them.' : 'Administrators add people.'}
        </EmptyState>
      )}
      {members.length > 0 && (
        <RowList label="Members of the team">
          {members.map((member) => (
            <TeamMemberRow key={member.id} member={member} mayChange={mayChange} isBusy={remove.isPending && remove.variables.id === member.id} onRemove={() => remove.mutate(member)} />
          ))}
        </RowList>
      )}
      <ShowMore hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </SettingsPart>
  );
}

interface TeamMemberRowProps {
  member: TeamMember;
  mayChange: boolean;
  isBusy: boolean;
  onRemove: () => void;
}

function TeamMemberRow({ member, mayChange, isBusy, onRemove }: TeamMemberRowProps) {
  const isYou = useUser().id === member.id;
  return (
    <Row
      isEndSmall
      picture={<Avatar name={member.name} />}
      title={member.name}
      badges={isYou && <Badge>You</Badge>}
      detail={
        <>
          {member.email} · In the team since <RelativeTime iso={member.addedAt} />
        </>
      }
      end={
        mayChange ? (
          <Button size="small" aria-label={`Take out ${member.name}`} isBusy={isBusy} onClick={onRemove}>
            Take out
          </Button>
        ) : undefined
      }
    />
  );
}

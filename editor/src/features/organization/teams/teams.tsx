import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, SearchX, Users } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { explain } from '../../../api/problem.ts';
import { teamListQuery } from '../../../api/teams.ts';
import type { Team } from '../../../api/types.ts';
import { isAdministrator, useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { ListBar, ListCount, listSearchClass, Row, RowList } from '../../../ui/row-list.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SettingsPage } from '../../../ui/settings-page.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { TeamMenu } from './team-menu.tsx';
import { NewTeamDialog } from './team-name-dialog.tsx';

/** The organisation's teams. Administrators make them; everybody else sees who is in which. */
export function Teams() {
  const mayChange = isAdministrator(useUser());
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('search') ?? '';
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({ ...teamListQuery(search), refetchOnMount: 'always' });
  const teams = data?.pages.flatMap((slice) => slice.items) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  const find = (words: string) => setParameters(words === '' ? {} : { search: words }, { replace: true });
  const newTeam = (
    <Button tone="primary" icon={<Plus size={16} />} onClick={() => setIsCreating(true)}>
      New team
    </Button>
  );
  return (
    <SettingsPage title="Teams" introduction="A page can belong to a team or be shared with it: then all of its members may work on it." action={mayChange ? newTeam : undefined}>
      {(total > 0 || search !== '') && (
        <ListBar>
          <SearchField label="Search teams" value={search} onChange={find} className={listSearchClass} />
          <ListCount>{data !== undefined && `${total} ${total === 1 ? 'team' : 'teams'}`}</ListCount>
        </ListBar>
      )}
      {isPending && <RowSkeletons label="Loading the teams" />}
      {error !== null && data === undefined && <NotLoaded title="The teams could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />}
      {data !== undefined && teams.length === 0 && search !== '' && (
        <EmptyState icon={<SearchX size={24} />} title="No team matches" action={<Button onClick={() => find('')}>Show all teams</Button>}>
          Nothing was found for “{search}”.
        </EmptyState>
      )}
      {data !== undefined && teams.length === 0 && search === '' && (
        <EmptyState icon={<Users size={24} />} title="No teams yet">
          {mayChange ? 'Make one for people who work on the same pages, such as “Press” or “Clinic”.' : 'Administrators make them.'}
        </EmptyState>
      )}
      {teams.length > 0 && (
        <RowList label="Teams">
          {teams.map((team) => (
            <TeamRow key={team.id} team={team} mayChange={mayChange} />
          ))}
        </RowList>
      )}
      <ShowMore hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      {isCreating && <NewTeamDialog onCreated={({ id }) => void navigate(`/settings/teams/${id}`)} onClose={() => setIsCreating(false)} />}
    </SettingsPage>
  );
}

function TeamRow({ team, mayChange }: { team: Team; mayChange: boolean }) {
  return (
    <Row
      isEndSmall
      picture={<Users size={18} aria-hidden="true" />}
      title={<Link to={`/settings/teams/${team.id}`}>{team.name}</Link>}
      detail={`${team.members} ${team.members === 1 ? 'member' : 'members'}`}
      end={mayChange ? <TeamMenu team={team} /> : undefined}
    />
  );
}

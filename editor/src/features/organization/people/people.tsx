import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { SearchX, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { administratorsQuery, membersQuery, type MemberFilter } from '../../../api/members.ts';
import { explain } from '../../../api/problem.ts';
import { useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { ListBar, ListCount, listSearchClass, RowList } from '../../../ui/row-list.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { SettingsPage, SettingsPart } from '../../../ui/settings-page.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberRow } from './member-row.tsx';

const filters = {
  '': { label: 'Everyone', role: '', active: undefined },
  admin: { label: 'Administrators', role: 'admin', active: undefined },
  editor: { label: 'Editors', role: 'editor', active: undefined },
  viewer: { label: 'Viewers', role: 'viewer', active: undefined },
  deactivated: { label: 'Deactivated', role: '', active: false },
} as const satisfies Record<string, Omit<MemberFilter, 'search'> & { label: string }>;

type FilterName = keyof typeof filters;
const filterOptions = (Object.keys(filters) as FilterName[]).map((value) => ({ value, label: filters[value].label }));

/** Who belongs to the organisation, what they may do, and who is invited to it. */
export function People() {
  const { organization } = useUser();
  const [isInviting, setIsInviting] = useState(false);
  return (
    <SettingsPage
      title="People"
      introduction={`Who may come in to ${organization.name}, and what they may do there.`}
      action={
        <Button tone="primary" icon={<UserPlus size={16} />} onClick={() => setIsInviting(true)}>
          Invite people
        </Button>
      }
    >
      <Invitations />
      <Members />
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} />}
    </SettingsPage>
  );
}

function Members() {
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('search') ?? '';
  const show = filterOptions.find(({ value }) => value === parameters.get('show'))?.value ?? '';
  const { role, active } = filters[show];
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({ ...membersQuery({ search, role, active }), refetchOnMount: 'always' });
  const administrators = useQuery(administratorsQuery()).data;
  const members = data?.pages.flatMap((slice) => slice.items) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  const find = (next: { search?: string; show?: FilterName }) => {
    const wanted = { search, show, ...next };
    setParameters({ ...(wanted.search === '' ? {} : { search: wanted.search }), ...(wanted.show === '' ? {} : { show: wanted.show }) }, { replace: true });
  };
  return (
    <SettingsPart title="Members">
      <ListBar>
        <SearchField label="Search people" placeholder="Name or e-mail address" value={search} onChange={(words) => find({ search: words })} className={listSearchClass} />
        <Select label="Whom to show" value={show} options={filterOptions} onChange={(chosen) => find({ show: chosen })} />
        <ListCount>{data !== undefined && `${total} ${total === 1 ? 'member' : 'members'}`}</ListCount>
      </ListBar>
      {isPending && <RowSkeletons label="Loading the members" />}
      {error !== null && data === undefined && <NotLoaded title="The members could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />}
      {data !== undefined && members.length === 0 && (
        <EmptyState icon={<SearchX size={24} />} title="Nobody matches" action={<Button onClick={() => find({ search: '', show: '' })}>Show everyone</Button>}>
          {search === '' ? 'There is no such member.' : `Nobody was found for “${search}”.`}
        </EmptyState>
      )}
      {members.length > 0 && (
        <RowList label="Members">
          {members.map((member) => (
            <MemberRow key={member.id} member={member} isLastAdministrator={member.role === 'admin' && member.isActive && administrators === 1} />
          ))}
        </RowList>
      )}
      <ShowMore hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </SettingsPart>
  );
}

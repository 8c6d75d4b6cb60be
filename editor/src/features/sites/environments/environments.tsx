import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { isPlaceToPublish } from '../../../api/environments.ts';
import { explain } from '../../../api/problem.ts';
import { environmentsQuery } from '../../../api/queries.ts';
import type { Environment } from '../../../api/types.ts';
import { isAdministrator, useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { SettingsPage, SettingsPart } from '../../../ui/settings-page.tsx';
import { DeleteEnvironment } from './delete-environment.tsx';
import { EnvironmentDialog } from './environment-dialog.tsx';
import { EnvironmentRow } from './environment-row.tsx';
import { PreviewRow } from './preview-row.tsx';

/** Where pages are published to: how each place is reached, and who may see it. */
export function Environments() {
  const mayChange = isAdministrator(useUser());
  const { data, error, isPending, refetch } = useQuery({ ...environmentsQuery(), refetchOnMount: 'always' });
  // What is edited is known by its id: somebody else may change it, or delete it, meanwhile.
  const [edited, setEdited] = useState<string | null>(null);
  const [isNew, setIsNew] = useState(false);
  const [deleted, setDeleted] = useState<Environment | null>(null);
  const places = data?.filter(isPlaceToPublish) ?? [];
  const previews = data?.filter((environment) => !isPlaceToPublish(environment)) ?? [];
  return (
    <SettingsPage
      title="Environments"
      introduction={`Where pages are published to. Production is what search engines are told of; every other one is for whom you choose.${mayChange ? '' : ' Administrators can change them.'}`}
      action={
        mayChange && (
          <Button tone="primary" icon={<Plus size={15} />} onClick={() => setIsNew(true)}>
            New environment
          </Button>
        )
      }
    >
      {isPending && <RowSkeletons label="Loading the environments" />}
      {error !== null && data === undefined && (
        <NotLoaded title="The environments could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {data !== undefined && (
        <RowList label="Environments">
          {places.map((environment) => (
            <EnvironmentRow
              key={environment.id}
              environment={environment}
              mayChange={mayChange}
              onEdit={() => setEdited(environment.id)}
              onDelete={environment.kind === 'production' ? undefined : () => setDeleted(environment)}
            />
          ))}
        </RowList>
      )}
      {previews.length > 0 && (
        <SettingsPart title="Previews of branches" introduction="Each shows a branch of a page to members, at an address of its own, until its time is over.">
          <RowList label="Previews of branches">
            {previews.map((environment) => (
              <PreviewRow key={environment.id} environment={environment} />
            ))}
          </RowList>
        </SettingsPart>
      )}
      {isNew && <EnvironmentDialog environment={null} onClose={() => setIsNew(false)} />}
      {edited !== null && <EnvironmentDialog key={edited} environment={places.find(({ id }) => id === edited) ?? null} onClose={() => setEdited(null)} />}
      {deleted !== null && <DeleteEnvironment environment={deleted} onClose={() => setDeleted(null)} />}
    </SettingsPage>
  );
}

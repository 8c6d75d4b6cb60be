import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download, ScrollText } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { auditLogQuery, exportAuditLog } from '../../../api/audit-log.ts';
import { explain } from '../../../api/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { ListBar, ListCount, RowList } from '../../../ui/row-list.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { SettingsPage } from '../../../ui/settings-page.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { choiceOf, filterOf, parametersOf, type AuditChoice } from './audit-choice.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';

/** Who did what, the newest first. */
export function AuditLog() {
  const [parameters, setParameters] = useSearchParams();
  const choice = choiceOf(parameters);
  const filter = filterOf(choice);
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({ ...auditLogQuery(filter), refetchOnMount: 'always' });
  const records = data?.pages.flatMap((slice) => slice.items) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  const change = (part: Partial<AuditChoice>) => setParameters(parametersOf({ ...choice, ...part }), { replace: true });
  const download = useMutation({
    mutationFn: () => exportAuditLog(filter),
    onSuccess: ({ content, name }) => saveFile(content, name ?? 'audit-log.csv'),
    onError: (fault) => showToast({ text: `Nothing was downloaded. ${explain(fault)}`, tone: 'danger' }),
  });
  return (
    <SettingsPage
      title="Audit log"
      introduction="Every change and every sign-in. Nobody can change it: each row proves the one before."
      action={
        <Button icon={<Download size={15} />} isBusy={download.isPending} disabled={total === 0} onClick={() => download.mutate()}>
          Download CSV
        </Button>
      }
    >
      <AuditFilters choice={choice} example={records[0]} onChange={change} />
      <ListBar>
        <ListCount>{data !== undefined && `${total.toLocaleString('en')} ${total === 1 ? 'entry' : 'entries'}`}</ListCount>
      </ListBar>
      {isPending && <RowSkeletons label="Loading the audit log" />}
      {error !== null && data === undefined && <NotLoaded title="The audit log could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />}
      {data !== undefined && records.length === 0 && (
        <EmptyState icon={<ScrollText size={24} />} title="Nothing of that kind was done" action={<Button onClick={() => setParameters({}, { replace: true })}>Show everything</Button>}>
          Choose another time, another person, or everything.
        </EmptyState>
      )}
      {records.length > 0 && (
        <RowList label="Audit log">
          {records.map((record) => (
            <AuditRow key={record.id} record={record} choice={choice} onNarrow={change} />
          ))}
        </RowList>
      )}
      <ShowMore hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
    </SettingsPage>
  );
}

import { keepPreviousData, useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, SearchX, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { inDays, keptForQuery } from '../../../api/kept-for.ts';
import { restorePage } from '../../../api/pages.ts';
import { explain } from '../../../api/problem.ts';
import { type Deleters, deletersQuery, erasePage, trashQuery } from '../../../api/trash.ts';
import type { PageSummary } from '../../../api/types.ts';
import { canDelete, useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { eachPage, nameOf } from './each-page.ts';
import { TrashRow } from './trash-row.tsx';
import styles from './trash.module.css';

/** The pages that were deleted. Administrators bring them back or delete them for good. */
export function Trash() {
  const mayAct = canDelete(useUser());
  const queries = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('search') ?? '';
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [erased, setErased] = useState<PageSummary[] | null>(null);
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...trashQuery(search),
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });
  const keptFor = useQuery(keptForQuery());
  const pages = data?.pages.flatMap((slice) => slice.items) ?? [];
  const deleters = useQueries({
    queries: (data?.pages ?? []).map(({ items }) => ({ ...deletersQuery(items), enabled: mayAct, placeholderData: keepPreviousData })),
    combine: (slices) => Object.assign({}, ...slices.map((slice) => slice.data)) as Deleters,
  });
  const total = data?.pages.at(-1)?.total ?? 0;
  // Only what is in sight: nobody deletes for good what a search has hidden.
  const chosen = pages.filter((page) => chosenIds.has(page.id));
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosenIds);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosenIds(next);
  };
  const find = (words: string) => {
    setChosenIds(new Set());
    setParameters(words === '' ? { tab: 'trash' } : { tab: 'trash', search: words }, { replace: true });
  };
  const settle = async () => {
    setChosenIds(new Set());
    await queries.invalidateQueries({ queryKey: ['pages'] });
  };

  const restore = useMutation({
    mutationFn: (wanted: PageSummary[]) => eachPage(wanted, restorePage),
    onSuccess: ({ done, fault }) => {
      if (fault !== undefined) showToast({ text: `Not everything was restored. ${fault}`, tone: 'danger' });
      else showToast({ text: `${nameOf(done)} ${done.length === 1 ? 'is' : 'are'} back. Publish again to show visitors.`, tone: 'success' });
      return settle();
    },
  });
  const erase = useMutation({
    mutationFn: (wanted: PageSummary[]) => eachPage(wanted, erasePage),
    onSuccess: ({ done, fault }) => {
      setErased(null);
      if (fault !== undefined) showToast({ text: `Not everything was deleted. ${fault}`, tone: 'danger' });
      else showToast({ text: `${nameOf(done)} ${done.length === 1 ? 'is' : 'are'} gone for good.` });
      return settle();
    },
  });
  const isBusy = restore.isPending || erase.isPending;

  return (
    <section aria-label="Trash">
      <p className={styles.introduction}>
        Deleted pages stay here for {inDays(keptFor.data?.trashDays)}, and are then gone for good.
        {mayAct ? ' A page comes back with its history, and is on no site until it is published again.' : ' Administrators can restore them.'}
      </p>
      <div className={styles.bar}>
        <SearchField label="Search the trash" value={search} onChange={find} className={styles.search} />
        <p className={styles.count} role="status">
          {data !== undefined && `${total} ${total === 1 ? 'page' : 'pages'}${chosen.length > 0 ? `, ${chosen.length} chosen` : ''}`}
        </p>
      </div>
      {mayAct && pages.length > 0 && (
        <div className={styles.actions} role="group" aria-label="Chosen pages">
          <label className={styles.all}>
            <input type="checkbox" checked={chosen.length === pages.length} onChange={(event) => setChosenIds(new Set(event.target.checked ? pages.map(({ id }) => id) : []))} />
            Choose all shown
          </label>
          <Button size="small" icon={<RotateCcw size={14} />} disabled={chosen.length === 0} isBusy={isBusy} onClick={() => restore.mutate(chosen)}>
            Restore chosen
          </Button>
          <Button size="small" icon={<Trash2 size={14} />} disabled={chosen.length === 0} isBusy={isBusy} onClick={() => setErased(chosen)}>
            Delete chosen for good…
          </Button>
        </div>
      )}
      {isPending && <RowSkeletons label="Loading the trash" />}
      {error !== null && pages.length === 0 && (
        <NotLoaded title="The trash could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {data !== undefined && pages.length === 0 && search !== '' && (
        <EmptyState icon={<SearchX size={24} />} title="No deleted page matches" action={<Button onClick={() => find('')}>Show the whole trash</Button>}>
          Nothing was found for “{search}”.
        </EmptyState>
      )}
      {data !== undefined && pages.length === 0 && search === '' && (
        <EmptyState icon={<Trash2 size={24} />} title="The trash is empty">
          A page that is deleted comes here first.
        </EmptyState>
      )}
      {pages.length > 0 && (
        <RowList label="Deleted pages">
          {pages.map((page) => (
            <TrashRow
              key={page.id}
              page={page}
              deleter={deleters[page.id] ?? null}
              mayAct={mayAct}
              isBusy={isBusy}
              isChosen={chosenIds.has(page.id)}
              onChoose={(isChosen) => choose(page.id, isChosen)}
              onRestore={() => restore.mutate([page])}
              onErase={() => setErased([page])}
            />
          ))}
        </RowList>
      )}
      <ShowMore hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      <ConfirmDialog
        isOpen={erased !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setErased(null);
        }}
        title={`Delete ${nameOf(erased ?? [])} for good?`}
        description="Content, history, comments and what visitors sent by forms go with it. This cannot be undone."
        confirmLabel="Delete for good"
        isBusy={erase.isPending}
        onConfirm={() => {
          if (erased !== null) erase.mutate(erased);
        }}
      />
    </section>
  );
}

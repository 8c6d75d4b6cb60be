import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { FilePlus2, SearchX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { explain } from '../../api/problem.ts';
import { pagesQuery } from '../../api/queries.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CardGrid } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { CardSkeletons } from './card-skeletons.tsx';
import { PageCard } from './page-card.tsx';
import { noFilters, sortChoices, statusChoices, usePageFilters } from './page-filters.ts';
import styles from './dashboard.module.css';

export function PageList() {
  const user = useUser();
  const [filters, changeFilters] = usePageFilters();
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...pagesQuery({ search: filters.search, status: filters.status === 'all' ? undefined : filters.status, sort: filters.sort }),
    // The editor changes pages by another way than these lists.
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });
  const pages = data?.pages.flatMap((slice) => slice.items) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  const isFiltered = filters.search !== '' || filters.status !== 'all';
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = end.current;
    if (element === null || !hasNextPage) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasNextPage, fetchNextPage, pages.length]);

  return (
    <section aria-label="Pages">
      <div className={styles.filters}>
        <SearchField label="Search pages" value={filters.search} onChange={(search) => changeFilters({ search })} className={styles.search} />
        <Select label="Status" value={filters.status} options={statusChoices} onChange={(status) => changeFilters({ status })} />
        <Select label="Sort by" value={filters.sort} options={sortChoices} onChange={(sort) => changeFilters({ sort })} />
        <p className={styles.count} role="status">
          {data !== undefined && `${total} ${total === 1 ? 'page' : 'pages'}`}
        </p>
      </div>
      {isPending && <CardSkeletons label="Loading pages" />}
      {error !== null && pages.length === 0 && (
        <NotLoaded title="The pages could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {data !== undefined && pages.length === 0 && isFiltered && (
        <EmptyState icon={<SearchX size={24} />} title="No page matches" action={<Button onClick={() => changeFilters(noFilters)}>Show all pages</Button>}>
          {filters.search === '' ? 'There is no page with this status.' : `Nothing was found for “${filters.search}”.`}
        </EmptyState>
      )}
      {data !== undefined && pages.length === 0 && !isFiltered && (
        <EmptyState
          icon={<FilePlus2 size={24} />}
          title="No pages yet"
          action={
            canEdit(user) && (
              <>
                <ButtonLink to="/?tab=templates">Browse templates</ButtonLink>
                <ButtonLink to="/new" tone="primary">
                  Start with a blank page
                </ButtonLink>
              </>
            )
          }
        >
          {canEdit(user) ? 'Start from a template or with a blank page, and publish it when it is ready.' : 'As soon as somebody creates a page, it stands here.'}
        </EmptyState>
      )}
      {pages.length > 0 && (
        <CardGrid label="Pages">
          {pages.map((page) => (
            <PageCard key={page.id} page={page} />
          ))}
        </CardGrid>
      )}
      <div ref={end} />
      {hasNextPage && (
        <div className={styles.more}>
          {isFetchingNextPage ? <Spinner /> : <Button onClick={() => void fetchNextPage()}>Show more</Button>}
        </div>
      )}
    </section>
  );
}

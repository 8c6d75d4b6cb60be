import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LayoutTemplate, SearchX, X } from 'lucide-react';
import { explain } from '../../api/problem.ts';
import { templateFacetsQuery, templateListQuery } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { CardGrid } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { CardSkeletons } from './card-skeletons.tsx';
import styles from './dashboard.module.css';
import { TemplateCard } from './template-card.tsx';
import { noTemplateFilters, templateSorts, useTemplateFilters } from './template-filters.ts';

/** Whole pages to start from: found by text, category and tag. */
export function TemplateGallery() {
  const [filters, change] = useTemplateFilters();
  const { search, category, tag, sort } = filters;
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...templateListQuery({ search, category, tag, sort }),
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });
  const facets = useQuery(templateFacetsQuery());
  const templates = data?.pages.flatMap((slice) => slice.items) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  const isFiltered = search !== '' || category !== '' || tag !== '';
  const categories = [
    { value: '', label: 'All categories' },
    ...(facets.data?.categories ?? []).map(({ name, count }) => ({ value: name, label: `${name} (${count})` })),
  ];
  return (
    <section aria-label="Templates">
      <p className={styles.introduction}>Whole pages to start from, with real words and pictures. Choose one, and make it yours.</p>
      <div className={styles.filters}>
        <SearchField label="Search templates" value={search} onChange={(text) => change({ search: text })} className={styles.search} />
        <Select
          label="Category"
          value={category}
          options={categories.some(({ value }) => value === category) ? categories : [...categories, { value: category, label: category }]}
          onChange={(name) => change({ category: name })}
        />
        <Select label="Sort by" value={sort} options={templateSorts} onChange={(order) => change({ sort: order })} />
        {tag !== '' && (
          <Button size="small" icon={<X size={14} />} aria-label={`Not only those tagged ${tag}`} onClick={() => change({ tag: '' })}>
            {tag}
          </Button>
        )}
        <p className={styles.count} role="status">
          {data !== undefined && `${total} ${total === 1 ? 'template' : 'templates'}`}
        </p>
      </div>
      {isPending && <CardSkeletons label="Loading templates" />}
      {error !== null && templates.length === 0 && (
        <NotLoaded title="The templates could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {data !== undefined && templates.length === 0 && isFiltered && (
        <EmptyState icon={<SearchX size={24} />} title="No template matches" action={<Button onClick={() => change(noTemplateFilters)}>Show all templates</Button>}>
          {search === '' ? 'There is none in this category and with this tag.' : `Nothing was found for “${search}”.`}
        </EmptyState>
      )}
      {data !== undefined && templates.length === 0 && !isFiltered && (
        <EmptyState icon={<LayoutTemplate size={24} />} title="No templates yet">
          Open a page and choose “Save as template”.
        </EmptyState>
      )}
      {templates.length > 0 && (
        <CardGrid label="Templates">
          {templates.map((template) => (
            <TemplateCard key={template.id} template={template} onTag={(chosen) => change({ tag: chosen })} />
          ))}
        </CardGrid>
      )}
      {hasNextPage && (
        <div className={styles.more}>
          <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </section>
  );
}

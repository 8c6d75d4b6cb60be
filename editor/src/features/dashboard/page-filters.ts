import { useSearchParams } from 'react-router';
import type { PageSort } from '../../api/pages.ts';
import type { PageStatus } from '../../api/types.ts';

export const statusChoices = [
  { value: 'all', label: 'All statuses' },
  { value: 'draft', label: 'Drafts' },
  { value: 'published', label: 'Published' },
  { value: 'archived', label: 'Archived' },
] as const satisfies readonly { value: PageStatus | 'all'; label: string }[];

export const sortChoices = [
  { value: '-updatedAt', label: 'Last changed' },
  { value: '-createdAt', label: 'Newest' },
  { value: 'name', label: 'Name, A–Z' },
  { value: '-name', label: 'Name, Z–A' },
] as const satisfies readonly { value: PageSort; label: string }[];

export interface PageFilters {
  search: string;
  status: (typeof statusChoices)[number]['value'];
  sort: (typeof sortChoices)[number]['value'];
}

export const noFilters: PageFilters = { search: '', status: 'all', sort: '-updatedAt' };

/** The filters live in the address: they survive a reload and the way back from a page. */
export function usePageFilters(): [PageFilters, (change: Partial<PageFilters>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const filters: PageFilters = {
    search: parameters.get('search') ?? '',
    status: statusChoices.find((choice) => choice.value === parameters.get('status'))?.value ?? noFilters.status,
    sort: sortChoices.find((choice) => choice.value === parameters.get('sort'))?.value ?? noFilters.sort,
  };
  const change = (changed: Partial<PageFilters>) => {
    const next = { ...filters, ...changed };
    const entries = (['search', 'status', 'sort'] as const).filter((name) => next[name] !== noFilters[name]).map((name) => [name, next[name]]);
    setParameters(Object.fromEntries(entries) as Record<string, string>, { replace: true });
  };
  return [filters, change];
}

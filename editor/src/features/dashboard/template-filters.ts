import { useSearchParams } from 'react-router';

export type TemplateSort = 'name' | '-installs' | '-createdAt';

export interface TemplateFilters {
  search: string;
  /** Empty: all. */
  category: string;
  tag: string;
  sort: TemplateSort;
}

export const noTemplateFilters: TemplateFilters = { search: '', category: '', tag: '', sort: 'name' };

export const templateSorts: readonly { value: TemplateSort; label: string }[] = [
  { value: 'name', label: 'Name' },
  { value: '-installs', label: 'Most used' },
  { value: '-createdAt', label: 'Newest' },
];

/** What the gallery shows stands in the address, so that going back and links lead to the same. */
export function useTemplateFilters(): [TemplateFilters, (change: Partial<TemplateFilters>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const sort = templateSorts.find(({ value }) => value === parameters.get('sort'))?.value ?? noTemplateFilters.sort;
  const filters = { search: parameters.get('search') ?? '', category: parameters.get('category') ?? '', tag: parameters.get('tag') ?? '', sort };
  const change = (changed: Partial<TemplateFilters>) => {
    const next = { ...filters, ...changed };
    const kept = Object.entries(next).filter(([name, value]) => value !== noTemplateFilters[name as keyof TemplateFilters]);
    setParameters({ tab: 'templates', ...Object.fromEntries(kept) }, { replace: true });
  };
  return [filters, change];
}

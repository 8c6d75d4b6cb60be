import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { pagesFoundQuery } from '../../api/queries.ts';
import type { PaletteEntry } from './palette-entry.ts';

const typingPause = 150;

/** The organisation's pages that fit what is typed, as the server finds them; without anything typed those that were changed last. */
export function usePageEntries(query: string): { entries: readonly PaletteEntry[]; isLoading: boolean } {
  const navigate = useNavigate();
  const search = useSettled(query.trim());
  const { data, isFetching } = useQuery({ ...pagesFoundQuery(search), placeholderData: keepPreviousData });
  const entries = useMemo(
    () =>
      (data ?? []).map(
        (page): PaletteEntry => ({
          id: `page:${page.id}`,
          group: 'Pages',
          title: page.name,
          detail: `/${page.slug}`,
          keywords: ['page', page.slug, page.description],
          icon: <FileText size={16} />,
          run: () => void navigate(`/${page.id}/edit`),
        }),
      ),
    [data, navigate],
  );
  return { entries, isLoading: isFetching || search !== query.trim() };
}

// What was typed once the typing pauses.
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingPause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

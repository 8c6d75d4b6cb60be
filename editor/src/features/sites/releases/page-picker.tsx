import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../../api/problem.ts';
import { pagesQuery } from '../../../api/queries.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { counted } from '../../../ui/counted.ts';
import { Notice } from '../../../ui/notice.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import styles from './releases.module.css';

/** By their ids, in the order in which they were chosen: what they are called. */
export type ChosenPages = ReadonlyMap<string, string>;

interface PagePickerProps {
  chosen: ChosenPages;
  onChange: (chosen: ChosenPages) => void;
}

/** Pages to choose from, found by words. What was chosen stays so while one looks for others. */
export function PagePicker({ chosen, onChange }: PagePickerProps) {
  const [search, setSearch] = useState('');
  const found = useInfiniteQuery({ ...pagesQuery({ search, sort: 'name' }), placeholderData: keepPreviousData });
  const pages = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const choose = (id: string, name: string, isChosen: boolean) => {
    const next = new Map(chosen);
    if (isChosen) next.set(id, name);
    else next.delete(id);
    onChange(next);
  };
  return (
    <div className={styles.picker}>
      <SearchField label="Search pages" value={search} onChange={setSearch} />
      <p className={styles.caption} role="status">
        {chosen.size === 0 ? 'None is chosen yet.' : `${counted(chosen.size, 'page')} chosen: ${[...chosen.values()].join(', ')}`}
      </p>
      {found.isPending && <RowSkeletons label="Loading the pages" />}
      {found.isError && <Notice tone="danger">{explain(found.error)}</Notice>}
      {found.isSuccess && pages.length === 0 && <p className={styles.soft}>{search === '' ? 'There is no page yet.' : `No page matches “${search}”.`}</p>}
      {pages.length > 0 && (
        <ul className={styles.compact} aria-label="Pages">
          {pages.map(({ id, name, slug, status }) => (
            <li key={id}>
              <label className={styles.choice}>
                <input type="checkbox" checked={chosen.has(id)} disabled={status === 'archived'} onChange={(event) => choose(id, name, event.target.checked)} />
                <span className={styles.words}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.soft}>/{slug}</span>
                </span>
                {status === 'archived' && <Badge>Archived</Badge>}
              </label>
            </li>
          ))}
          {found.hasNextPage && (
            <li>
              <Button size="small" isBusy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                Show more
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

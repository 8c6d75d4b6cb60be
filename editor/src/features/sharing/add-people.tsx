import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { granteesQuery } from '../../api/queries.ts';
import { grantPage } from '../../api/sharing.ts';
import type { GrantLevel } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Person } from './person.tsx';
import type { ContentProps } from './share-dialog.tsx';
import { levelsToGive } from './sharing-words.ts';
import styles from './sharing.module.css';

/** Looks for members and teams, and shares the page with one of them. */
export function AddPeople({ page, rights, isBusy, onChange }: ContentProps) {
  const [search, setSearch] = useState('');
  const [level, setLevel] = useState<GrantLevel>('edit');
  const isLooking = search.trim() !== '';
  const { data, error } = useQuery({ ...granteesQuery(page.id, search.trim()), enabled: isLooking, placeholderData: keepPreviousData });
  const found = isLooking ? data : undefined;
  return (
    <section className={styles.add} aria-label="Add people and teams">
      <div className={styles.addRow}>
        <SearchField label="Add people and teams" placeholder="Name or e-mail address" value={search} onChange={setSearch} className={styles.search} />
        <Select label="What they may do" value={level} options={levelsToGive(rights.publish)} onChange={setLevel} className={styles.level} />
      </div>
      {error !== null && isLooking && <Notice tone="danger">{explain(error)}</Notice>}
      <div role="status" className={found?.length === 0 ? styles.nobody : 'visually-hidden'}>
        {found !== undefined && (found.length === 0 ? 'Nobody of that name who has no access yet.' : `${found.length} found`)}
      </div>
      {found !== undefined && found.length > 0 && (
        <ul className={styles.found} aria-label="Found">
          {found.map((grantee) => (
            <li key={grantee.id} className={styles.person}>
              <Person grantee={grantee} />
              <Button
                size="small"
                aria-label={`Add ${grantee.name}`}
                disabled={isBusy}
                onClick={() => {
                  setSearch('');
                  onChange(() => grantPage(page.id, grantee.id, level));
                }}
              >
                Add
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { membersFoundQuery, type Member } from '../../api/members.ts';
import { explain } from '../../api/problem.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import styles from './organization.module.css';

interface MemberSearchProps {
  label: string;
  /** The verb on the buttons: "Add". */
  verb: string;
  /** Ids of those who are not offered. */
  excluded: readonly string[];
  isBusy?: boolean | undefined;
  onChoose: (member: Member) => void;
}

/** Finds members by what is typed of their name or address, to do something with one of them. */
export function MemberSearch({ label, verb, excluded, isBusy = false, onChoose }: MemberSearchProps) {
  const [search, setSearch] = useState('');
  const words = search.trim();
  const { data, error } = useQuery({ ...membersFoundQuery(words), enabled: words !== '' });
  const found = words === '' ? undefined : data?.filter(({ id }) => !excluded.includes(id));
  return (
    <section className={styles.find} aria-label={label}>
      <SearchField label={label} placeholder={`${label}: name or e-mail address`} value={search} onChange={setSearch} />
      {error !== null && words !== '' && <Notice tone="danger">{explain(error)}</Notice>}
      <div role="status" className={found?.length === 0 ? styles.nobody : 'visually-hidden'}>
        {found !== undefined && (found.length === 0 ? 'Nobody else of that name.' : `${found.length} found`)}
      </div>
      {found !== undefined && found.length > 0 && (
        <ul className={styles.found} aria-label="Found">
          {found.map((member) => (
            <li key={member.id} className={styles.person}>
              <Who name={member.name} email={member.email} />
              <Button
                size="small"
                aria-label={`${verb} ${member.name}`}
                disabled={isBusy}
                onClick={() => {
                  setSearch('');
                  onChoose(member);
                }}
              >
                {verb}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Somebody as one line. */
export function Who({ name, email }: { name: string; email: string }) {
  return (
    <div className={styles.who}>
      <Avatar name={name} />
      <div className={styles.names}>
        <div className={styles.name}>{name}</div>
        <div className={styles.email}>{email}</div>
      </div>
    </div>
  );
}

import { X } from 'lucide-react';
import { grantPage, revokeGrant } from '../../api/sharing.ts';
import type { Grant } from '../../api/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { Person } from './person.tsx';
import type { ContentProps } from './share-dialog.tsx';
import { labelOf, levelsToGive } from './sharing-words.ts';
import styles from './sharing.module.css';

/** The page's own people, and those whom it is shared with. */
export function PeopleList(props: ContentProps) {
  const { sharing } = props;
  return (
    <section aria-label="People with access">
      <h3 className={styles.heading}>People with access</h3>
      <ul className={styles.people}>
        <li className={styles.person}>
          <Person grantee={sharing.owner} />
          <Badge tone="accent">Owner</Badge>
        </li>
        {sharing.team !== null && (
          <li className={styles.person}>
            <Person grantee={sharing.team} />
            <Badge>The page’s team</Badge>
          </li>
        )}
        {sharing.items.map((grant) => (
          <GrantRow key={grant.id} grant={grant} {...props} />
        ))}
      </ul>
      {sharing.items.length === 0 && <p className={styles.nobody}>Shared with nobody by name.</p>}
    </section>
  );
}

function GrantRow({ grant, page, rights, isBusy, onChange }: ContentProps & { grant: Grant }) {
  return (
    <li className={styles.person}>
      <Person grantee={grant} />
      {rights.manage ? (
        <>
          <Select
            label={`What ${grant.name} may do`}
            size="small"
            value={grant.level}
            options={levelsToGive(rights.publish, grant.level)}
            isDisabled={isBusy}
            className={styles.level}
            onChange={(level) => onChange(() => grantPage(page.id, grant.id, level))}
          />
          <IconButton
            size="small"
            label={`Remove ${grant.name}`}
            icon={<X size={15} />}
            disabled={isBusy}
            onClick={() => onChange(() => revokeGrant(page.id, grant.id))}
          />
        </>
      ) : (
        <Badge>{labelOf(grant.level)}</Badge>
      )}
    </li>
  );
}

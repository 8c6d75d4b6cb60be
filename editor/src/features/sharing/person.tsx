import { User, Users } from 'lucide-react';
import type { Grantee } from '../../api/types.ts';
import styles from './sharing.module.css';

/** A member or a team, as one line of a list. */
export function Person({ grantee }: { grantee: Grantee }) {
  const isTeam = grantee.kind === 'team';
  return (
    <div className={styles.who}>
      <span className={styles.picture} aria-hidden="true">
        {isTeam ? <Users size={15} /> : <User size={15} />}
      </span>
      <div className={styles.names}>
        <div className={styles.name}>{grantee.name === '' ? 'Nobody in the organisation' : grantee.name}</div>
        <div className={styles.detail}>{isTeam ? 'Team' : [grantee.email, grantee.role].filter(Boolean).join(' · ')}</div>
      </div>
    </div>
  );
}

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './properties.module.css';

// A part of the panel that folds. How much in it differs from what would hold by itself is to be seen when it is folded, too.
export function Group({ label, changes = 0, children }: { label: string; changes?: number; children: ReactNode }) {
  return (
    <details className={styles.group} open>
      <summary>
        <span>
          {label}
          {changes > 0 && (
            <span className={styles.changes} title={`${String(changes)} changed`}>
              {changes}
              <span className="visually-hidden"> changed</span>
            </span>
          )}
        </span>
        <ChevronDown size={15} aria-hidden="true" />
      </summary>
      <div className={styles.fields}>{children}</div>
    </details>
  );
}

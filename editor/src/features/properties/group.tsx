import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './properties.module.css';

// A part of the panel that folds.
export function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className={styles.group} open>
      <summary>
        <span>{label}</span>
        <ChevronDown size={15} aria-hidden="true" />
      </summary>
      <div className={styles.fields}>{children}</div>
    </details>
  );
}

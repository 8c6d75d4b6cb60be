import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from './badge.tsx';
import { Popover } from './popover.tsx';
import styles from './view-only.module.css';

/** Says that nothing can be changed here and, where it is pressed, why, and what to do about it. */
export function ViewOnlyBadge({ children }: { children: ReactNode }) {
  return (
    <Popover
      label="Why you may only look"
      className={styles.why}
      trigger={
        <button type="button" className={styles.button}>
          <Badge tone="warning">
            <Eye size={12} aria-hidden="true" /> View only
          </Badge>
        </button>
      }
    >
      {children}
    </Popover>
  );
}

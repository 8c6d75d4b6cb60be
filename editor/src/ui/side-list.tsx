import type { ReactNode } from 'react';
import styles from './side-list.module.css';

/** A list at the side of a wide dialog, whose rest shows what is chosen in it; on narrow screens above that. */
export function SideList({ children }: { children: ReactNode }) {
  return <div className={styles.list}>{children}</div>;
}

/** One of the things in such a list. */
export function SideChoice({ isChosen, onChoose, children }: { isChosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.choice} aria-current={isChosen} onClick={onChoose}>
      {children}
    </button>
  );
}

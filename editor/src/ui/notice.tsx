import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';

export type NoticeTone = 'neutral' | 'success' | 'warning' | 'danger';

const icons = { neutral: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/** A framed sentence that stays where it is. Faults are announced, the others read in passing. */
export function Notice({ tone = 'neutral', children }: { tone?: NoticeTone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon size={16} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}

import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  size?: 'medium' | 'small' | undefined;
}

/** Stands where content would be: nothing here yet, nothing found, or it could not be loaded. */
export function EmptyState({ icon, title, children, action, size = 'medium' }: EmptyStateProps) {
  return (
    <div className={classNames(styles.empty, size === 'small' && styles.small)}>
      {icon !== undefined && <div className={styles.icon}>{icon}</div>}
      <div className={styles.title}>{title}</div>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Spinner } from './spinner.tsx';
import styles from './full-screen.module.css';

/** Something in the middle of an otherwise empty screen. */
export function FullScreen({ children }: { children: ReactNode }) {
  return <main className={styles.screen}>{children}</main>;
}

export function LoadingScreen({ label }: { label: string }) {
  return (
    <FullScreen>
      <p className={styles.loading} role="status">
        <Spinner size={20} />
        {label}
      </p>
    </FullScreen>
  );
}

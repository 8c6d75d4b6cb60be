import type { ReactNode } from 'react';
import { Logo } from '../../ui/logo.tsx';
import styles from './entrance.module.css';

/** The frame around the forms that one sees before being signed in. */
export function Entrance({ title, introduction, children }: { title: string; introduction?: ReactNode; children: ReactNode }) {
  return (
    <main className={styles.entrance}>
      <div className={styles.card}>
        <Logo size={40} />
        <h1 className={styles.title}>{title}</h1>
        {introduction !== undefined && <p className={styles.introduction}>{introduction}</p>}
        {children}
      </div>
    </main>
  );
}

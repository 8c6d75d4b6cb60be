import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from './class-names.ts';
import styles from './form-screen.module.css';

interface FormScreenProps {
  title: string;
  /** Where one comes from, and goes back to. */
  back: { to: string; label: string };
  /** Has the width of one column of fields. */
  isNarrow?: boolean | undefined;
  children: ReactNode;
}

/** A screen of its own in which something new is made. */
export function FormScreen({ title, back, isNarrow = false, children }: FormScreenProps) {
  return (
    <div className={classNames(styles.screen, isNarrow && styles.narrow)}>
      <Link to={back.to} className={styles.back}>
        <ArrowLeft size={15} aria-hidden="true" />
        {back.label}
      </Link>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}

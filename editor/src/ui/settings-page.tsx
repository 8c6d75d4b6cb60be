import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './settings-page.module.css';
import { useDocumentTitle } from './use-document-title.ts';

interface SettingsPageProps {
  title: string;
  /** What this is for, in a sentence or two. */
  introduction?: ReactNode;
  /** The main thing that one comes here to do. */
  action?: ReactNode;
  /** Of a single thing: the list that it stands in. */
  back?: { to: string; label: string } | undefined;
  children: ReactNode;
}

/** A screen of the settings, and the window's title with it. */
export function SettingsPage({ title, introduction, action, back, children }: SettingsPageProps) {
  useDocumentTitle(title);
  return (
    <>
      {back !== undefined && (
        <Link to={back.to} className={styles.back}>
          <ArrowLeft size={15} aria-hidden="true" />
          {back.label}
        </Link>
      )}
      <div className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
      {introduction !== undefined && <p className={styles.introduction}>{introduction}</p>}
      <div className={styles.body}>{children}</div>
    </>
  );
}

interface SettingsPartProps {
  title: string;
  introduction?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** What belongs together on such a screen, as a region of its name. */
export function SettingsPart({ title, introduction, action, children }: SettingsPartProps) {
  return (
    <section className={styles.part} aria-label={title}>
      <div className={styles.top}>
        <h2 className={styles.partTitle}>{title}</h2>
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
      {introduction !== undefined && <p className={styles.introduction}>{introduction}</p>}
      <div className={styles.body}>{children}</div>
    </section>
  );
}

import { ExternalLink as Icon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './external-link.module.css';

/** Leads out of the editor, to a tab of its own. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener" className={styles.link}>
      <span>{children}</span>
      <Icon size={14} aria-label="(opens in a new tab)" />
    </a>
  );
}

import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';
import styles from './back-link.module.css';
import { Tooltip } from './tooltip.tsx';

/** The arrow at the beginning of a bar: to where one came from. */
export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Tooltip content={label}>
      <Link to={to} className={styles.back} aria-label={label}>
        <ArrowLeft size={17} />
      </Link>
    </Tooltip>
  );
}

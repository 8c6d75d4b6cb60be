import styles from './spinner.module.css';

/** Turns while something is on its way. Silent: what is on its way stands in words beside it. */
export function Spinner({ size = 18 }: { size?: number }) {
  return (
    <svg className={styles.spinner} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeOpacity="0.22" strokeWidth="2.500" />
      <path d="M10 2a8 8 0 0 1 8 8" fill="none" stroke="currentColor" strokeWidth="2.500" strokeLinecap="round" />
    </svg>
  );
}

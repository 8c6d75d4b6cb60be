import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';

import { IconButton } from '../../ui/icon-button.tsx';

import styles from './properties.module.css';

interface ControlFrameProps {
  id: string;
  label: string;
  help?: string | undefined;
  error?: string | null;
  // True: the value differs from what would hold by itself.
  isSet?: boolean;
  // Absent: there is nothing to reset.
  onReset?: (() => void) | undefined;
  isInline?: boolean;
  children: ReactNode;
}

// Label, control, help and what is wrong, in one order for every control.
export function ControlFrame({ id, label, help, error = null, isSet = false, onReset, isInline = false, children }: ControlFrameProps) {
  return (
    <div className={styles.control} data-inline={isInline || undefined}>
      <div className={styles.labelRow}>
        {isSet && <span className={styles.mark} title="Changed" aria-hidden="true" />}
        <label htmlFor={id}>{label}</label>
        {onReset && <IconButton size="small" label={`Reset ${label} to its default`} tooltip="Back to the default" icon={<RotateCcw size={13} />} onClick={onReset} />}
      </div>
      {children}
      {error !== null && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}

export function describedBy(id: string, help: string | undefined, error: string | null): string | undefined {
  const ids = [error === null ? '' : `${id}-error`, help === undefined ? '' : `${id}-help`].filter((part) => part !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

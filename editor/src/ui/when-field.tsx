import { TextField } from './field.tsx';
import { isoOfLocal, localText, nextHour } from './moment.ts';
import { Segmented } from './segmented.tsx';
import styles from './when-field.module.css';

interface WhenFieldProps {
  /** Null: now. Otherwise a date and time as fields have them: "2026-12-24T08:00". */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What was wrong with it for the server. */
  error?: string | undefined;
  isDisabled?: boolean | undefined;
}

/** Now, or at a later time. */
export function WhenField({ value, onChange, error, isDisabled = false }: WhenFieldProps) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className={styles.when}>
      <Segmented
        label="When"
        value={value === null ? 'now' : 'later'}
        isDisabled={isDisabled}
        options={[
          { value: 'now', label: 'Now' },
          { value: 'later', label: 'Later' },
        ]}
        onChange={(chosen) => onChange(chosen === 'now' ? null : localText(nextHour(new Date())))}
      />
      {value !== null && (
        <TextField
          type="datetime-local"
          label="Date and time"
          help={`In your time zone: ${zone}.`}
          value={value}
          min={localText(new Date())}
          disabled={isDisabled}
          error={error ?? faultOfWhen(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

/** What is wrong with a time that was chosen, or undefined. */
export function faultOfWhen(value: string | null, now = new Date()): string | undefined {
  if (value === null) return undefined;
  const iso = isoOfLocal(value);
  if (iso === null) return 'Choose a date and a time.';
  return Date.parse(iso) <= now.getTime() ? 'This time is over: choose a later one.' : undefined;
}

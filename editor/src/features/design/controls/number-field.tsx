import { classNames } from '../../../ui/class-names.ts';
import styles from './controls.module.css';
import { useTyped } from './use-typed.ts';

interface NumberFieldProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  step: number;
  min?: number | undefined;
  max?: number | undefined;
  isDisabled: boolean;
  isInvalid?: boolean | undefined;
  describedBy?: string | undefined;
  className?: string | undefined;
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A number with a stepper: the arrow keys go a step, with Shift ten. */
export function NumberField({ label, value, onChange, step, min, max, isDisabled, isInvalid = false, describedBy, className }: NumberFieldProps) {
  const within = (number: number): number => rounded(Math.min(max ?? Infinity, Math.max(min ?? -Infinity, number)));
  const read = (text: string): number | null => {
    const number = text.trim() === '' ? NaN : Number(text.replace(',', '.'));
    return Number.isFinite(number) && within(number) === rounded(number) ? number : null;
  };
  const { field, isUnreadable } = useTyped(String(value), read, onChange);
  const go = (steps: number): void => {
    field.onBlur();
    onChange(within(value + steps * step));
  };
  return (
    <span className={classNames(styles.stepper, className)}>
      <input
        {...field}
        className={styles.input}
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={isInvalid || isUnreadable || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        disabled={isDisabled}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          go((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
        }}
      />
      <span className={styles.steps}>
        <button type="button" tabIndex={-1} aria-hidden="true" disabled={isDisabled} onClick={() => go(1)}>
          <svg viewBox="0 0 8 5" width="8" height="5"><path d="M0 5 4 0l4 5z" /></svg>
        </button>
        <button type="button" tabIndex={-1} aria-hidden="true" disabled={isDisabled} onClick={() => go(-1)}>
          <svg viewBox="0 0 8 5" width="8" height="5"><path d="m0 0 4 5 4-5z" /></svg>
        </button>
      </span>
    </span>
  );
}

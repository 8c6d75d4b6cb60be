import { Select } from '../../../ui/select.tsx';
import { familyNames, weightNumber } from '../../../tokens/value-text.ts';
import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { NumberField } from './number-field.tsx';
import { useTyped } from './use-typed.ts';

function readFamilies(text: string): string[] | null {
  const names = text.split(',').map((name) => name.trim().replace(/^["']|["']$/g, '')).filter((name) => name !== '');
  return names.length === 0 ? null : names;
}

/** Names of fonts, the best first. */
export function FamilyControl({ label, value, onChange, isDisabled, describedBy, isInvalid }: ControlProps) {
  const { field, isUnreadable } = useTyped(familyNames(value).join(', '), readFamilies, (names) => onChange(typeof value === 'string' && names.length === 1 ? (names[0] ?? '') : names));
  return (
    <input
      {...field}
      className={styles.input}
      aria-label={`${label}: fonts, the best first`}
      aria-invalid={isInvalid || isUnreadable || undefined}
      aria-describedby={describedBy}
      spellCheck={false}
      autoComplete="off"
      disabled={isDisabled}
    />
  );
}

const names: readonly (readonly [number, string])[] = [
  [100, 'Thin'],
  [200, 'Extra light'],
  [300, 'Light'],
  [400, 'Regular'],
  [500, 'Medium'],
  [600, 'Semibold'],
  [700, 'Bold'],
  [800, 'Extra bold'],
  [900, 'Black'],
];

export function WeightControl({ label, value, onChange, isDisabled, describedBy, isInvalid }: ControlProps) {
  const weight = weightNumber(value) ?? 400;
  const named = names.map(([number, name]) => ({ value: String(number), label: `${name} ${String(number)}` }));
  return (
    <div className={styles.row}>
      <Select
        label={`${label}: weight`}
        value={names.some(([number]) => number === weight) ? String(weight) : 'other'}
        options={names.some(([number]) => number === weight) ? named : [...named, { value: 'other', label: 'In between' }]}
        isDisabled={isDisabled}
        className={styles.wide}
        onChange={(chosen) => chosen !== 'other' && onChange(Number(chosen))}
      />
      <NumberField label={`${label}: weight as a number`} className={styles.narrow} value={weight} step={50} min={1} max={1000} isDisabled={isDisabled} isInvalid={isInvalid} describedBy={describedBy} onChange={onChange} />
    </div>
  );
}

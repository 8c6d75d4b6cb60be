import { isJsonObject, type JsonValue } from '../../../engine/json.ts';
import { Select } from '../../../ui/select.tsx';
import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { NumberField } from './number-field.tsx';
import { useTyped } from './use-typed.ts';

interface Length {
  value: number;
  unit: string;
}

const steps: Readonly<Record<string, number>> = { px: 1, rem: 0.125, em: 0.125, ms: 10, s: 0.05 };

/** A number and a unit, also as older files write it: "16px". Null for formulas, such as clamp(…). */
function lengthOf(value: JsonValue): Length | null {
  if (isJsonObject(value)) return typeof value.value === 'number' && typeof value.unit === 'string' ? { value: value.value, unit: value.unit } : null;
  const [, number, unit = ''] = /^(-?\d*\.?\d+)([a-z%]*)$/i.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  return number === undefined ? null : { value: Number(number), unit };
}

const pixelsIn: Readonly<Record<string, number>> = { px: 1, rem: 16, ms: 1, s: 1000 };

/** The same size in another unit; what can't be converted keeps its number. */
function inUnit({ value, unit }: Length, other: string): Length {
  const [from, to] = [pixelsIn[unit], pixelsIn[other]];
  return { unit: other, value: from !== undefined && to !== undefined ? Math.round(((value * from) / to) * 10_000) / 10_000 : value };
}

/** A dimension or a duration. */
export function LengthControl({ units, ...props }: ControlProps & { units: readonly string[] }) {
  const { label, value, onChange, isDisabled, describedBy, isInvalid } = props;
  const length = lengthOf(value);
  const written = (next: Length): JsonValue => (typeof value === 'string' ? `${String(next.value)}${next.unit}` : { ...next });
  if (length === null) return <FormulaControl {...props} />;
  const offered = units.includes(length.unit) ? units : [...units, length.unit];
  return (
    <div className={styles.row}>
      <NumberField
        label={`${label}: size`}
        value={length.value}
        step={steps[length.unit] ?? 1}
        isDisabled={isDisabled}
        isInvalid={isInvalid}
        describedBy={describedBy}
        onChange={(number) => onChange(written({ ...length, value: number }))}
      />
      <Select
        label={`${label}: unit`}
        className={styles.units}
        value={length.unit}
        options={offered.map((unit) => ({ value: unit, label: unit === '' ? 'none' : unit }))}
        isDisabled={isDisabled}
        onChange={(unit) => onChange(written(inUnit(length, unit)))}
      />
    </div>
  );
}

function FormulaControl({ label, value, onChange, isDisabled, describedBy, isInvalid }: ControlProps) {
  const { field } = useTyped(typeof value === 'string' ? value : '', (text) => (text.trim() === '' ? null : text), onChange);
  return <input {...field} className={styles.input} aria-label={label} aria-invalid={isInvalid || undefined} aria-describedby={describedBy} spellCheck={false} disabled={isDisabled} />;
}

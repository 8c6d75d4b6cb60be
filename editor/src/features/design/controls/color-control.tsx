import { classNames } from '../../../ui/class-names.ts';
import { colorText, colorValue, isWide, parseHex, rgbaOf, toHex, toHexWithAlpha, withAlpha } from '../../../tokens/color.ts';
import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { NumberField } from './number-field.tsx';
import { useTyped } from './use-typed.ts';

/** The browser's own colour picker, the colour as text, and how opaque it is. */
export function ColorControl({ label, value, onChange, isDisabled, describedBy, isInvalid }: ControlProps) {
  const color = rgbaOf(value);
  const alpha = color?.alpha ?? 1;
  // A code without alpha leaves the opacity as it is.
  const read = (text: string) => {
    const typed = parseHex(text);
    return typed && { ...typed, alpha: typed.alpha < 1 ? typed.alpha : alpha };
  };
  const text = color === null ? '' : isWide(value) ? colorText(withAlpha(value, 1)) : toHex(color);
  const { field, isUnreadable } = useTyped(text, read, (next) => onChange(colorValue(next, value)));
  return (
    <div className={styles.row}>
      <span className={styles.well}>
        <span className={styles.fill} style={{ background: color === null ? 'transparent' : toHexWithAlpha(color) }} aria-hidden="true" />
        <input
          type="color"
          aria-label={`${label}: pick a colour`}
          value={color === null ? '#000000' : toHex(color)}
          disabled={isDisabled}
          onChange={(event) => {
            const next = read(event.target.value);
            if (next) onChange(colorValue(next, value));
          }}
        />
      </span>
      <input
        {...field}
        className={classNames(styles.input, styles.code)}
        aria-label={`${label}: colour code`}
        aria-invalid={isInvalid || isUnreadable || undefined}
        aria-describedby={describedBy}
        spellCheck={false}
        autoComplete="off"
        disabled={isDisabled}
      />
      <NumberField
        label={`${label}: opacity in percent`}
        className={styles.narrow}
        value={Math.round(alpha * 100)}
        step={1}
        min={0}
        max={100}
        isDisabled={isDisabled || color === null}
        onChange={(percent) => onChange(withAlpha(value, percent / 100))}
      />
      <span className={styles.unit} aria-hidden="true">
        %
      </span>
    </div>
  );
}

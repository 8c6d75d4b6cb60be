import type { JsonValue } from '../../engine/json.ts';
import { isJsonObject } from '../../engine/json.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './token-sample.module.css';
import { rgbaOf } from '../../tokens/color.ts';
import { familyCss, lengthText, shadowCss, valueCss, weightNumber } from '../../tokens/value-text.ts';

interface TokenSampleProps {
  type: string;
  value: JsonValue | null; // resolved
  /** A dimension that is the size of letters or the radius of corners is drawn as that. */
  use?: 'letters' | 'corners' | undefined;
}

/** A picture of a value, for the eye: what it is stands beside it in words. */
export function TokenSample({ type, value, use }: TokenSampleProps) {
  return (
    <span className={classNames(styles.sample, styles[type], type === 'color' && isClear(value) && styles.clear, type === 'dimension' && use !== undefined && styles[use])} aria-hidden="true">
      {drawn(type, value, use)}
    </span>
  );
}

// What is opaque needs no pattern behind it, which would show at its edges.
const isClear = (value: JsonValue | null): boolean => (rgbaOf(value)?.alpha ?? 0) < 1;

function drawn(type: string, value: JsonValue | null, use: TokenSampleProps['use']) {
  switch (type) {
    case 'color':
    case 'gradient':
      return <span className={styles.fill} style={{ background: valueCss(type, value) || 'none' }} />;
    case 'dimension': {
      const length = lengthText(value);
      if (use === 'letters') return <span style={{ fontSize: `min(${length}, 26px)` }}>Aa</span>;
      if (use === 'corners') return <span className={styles.corner} style={{ borderTopLeftRadius: `min(${length}, 22px)` }} />;
      return <span className={styles.bar} style={{ width: `min(${length}, 100%)` }} />;
    }
    case 'fontFamily':
      return <span style={{ fontFamily: familyCss(value) }}>Ag</span>;
    case 'fontWeight':
      return <span style={{ fontWeight: weightNumber(value) ?? 400 }}>Ag</span>;
    case 'typography':
      return isJsonObject(value) ? <span style={{ fontFamily: familyCss(value.fontFamily ?? null), fontWeight: weightNumber(value.fontWeight) ?? 400 }}>Ag</span> : null;
    case 'shadow':
      return <span className={styles.raised} style={{ boxShadow: shadowCss(value) }} />;
    case 'number':
      return typeof value === 'number' ? <span className={styles.lines} style={{ rowGap: `${String(Math.max(0, Math.min(8, (value - 1) * 7)))}px` }}><i /><i /><i /></span> : null;
    default:
      return null;
  }
}

import type { JsonValue } from '../../../engine/json.ts';
import { isJsonObject } from '../../../engine/json.ts';
import { Select } from '../../../ui/select.tsx';
import { ColorControl } from './color-control.tsx';
import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { FamilyControl, WeightControl } from './font-controls.tsx';
import { LengthControl } from './length-control.tsx';
import { NumberField } from './number-field.tsx';
import { GradientControl, PartsControl, ShadowControl } from './part-controls.tsx';

/** The control for a value of that type which refers to no token as a whole. */
export function FreeControl({ type, ...props }: ControlProps & { type: string }) {
  const { value } = props;
  switch (type) {
    case 'color':
      return <ColorControl {...props} />;
    case 'dimension':
      return <LengthControl {...props} units={['px', 'rem']} />;
    case 'duration':
      return <LengthControl {...props} units={['ms', 's']} />;
    case 'fontFamily':
      return <FamilyControl {...props} />;
    case 'fontWeight':
      return <WeightControl {...props} />;
    case 'number':
      return typeof value === 'number' ? <NumberField {...props} value={value} step={0.05} /> : <AsText value={value} />;
    case 'shadow':
      return <ShadowControl {...props} />;
    case 'gradient':
      return <GradientControl {...props} />;
    case 'typography':
    case 'border':
    case 'transition':
      return isJsonObject(value) ? <PartsControl {...props} type={type} /> : <AsText value={value} />;
    case 'cubicBezier':
      return <CurveControl {...props} />;
    case 'strokeStyle':
      return typeof value === 'string' ? <StrokeControl {...props} stroke={value} /> : <AsText value={value} />;
    default:
      return <AsText value={value} />;
  }
}

// What has no control yet, such as a dash pattern, is shown as it stands in the file.
function AsText({ value }: { value: JsonValue }) {
  return <code className={styles.source}>{JSON.stringify(value)}</code>;
}

const curveParts = ['first point, time', 'first point, progress', 'second point, time', 'second point, progress'];

function CurveControl({ value, onChange, ...props }: ControlProps) {
  const numbers = Array.isArray(value) && value.length === 4 && value.every((part) => typeof part === 'number') ? value : null;
  if (!numbers) return <AsText value={value} />;
  return (
    <div className={styles.row}>
      {curveParts.map((part, index) => (
        <NumberField
          key={part}
          {...props}
          label={`${props.label}: ${part}`}
          value={numbers[index] ?? 0}
          step={0.05}
          {...(index % 2 === 0 ? { min: 0, max: 1 } : {})}
          onChange={(number) => onChange(numbers.map((other, at) => (at === index ? number : other)))}
        />
      ))}
    </div>
  );
}

const strokes = ['solid', 'dashed', 'dotted', 'double', 'groove', 'ridge', 'outset', 'inset'];

function StrokeControl({ stroke, label, onChange, isDisabled }: ControlProps & { stroke: string }) {
  return <Select label={label} value={stroke} options={strokes.map((value) => ({ value, label: value }))} isDisabled={isDisabled} className={styles.wide} onChange={onChange} />;
}

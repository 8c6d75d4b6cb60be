import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { readable } from '../schema.ts';

import type { ControlProps } from './control.ts';
import styles from './controls.module.css';

// Enum values may be numbers; the controls know strings.
function optionsOf({ schema, hints }: ControlProps) {
  return (schema.enum ?? []).map((value) => {
    const key = String(value);
    return { value: key, label: hints.labels?.[key] ?? readable(key) };
  });
}

function choose({ schema, onChange }: ControlProps, key: string): void {
  const chosen = schema.enum?.find((value) => String(value) === key);
  if (chosen !== undefined) onChange(chosen);
}

export function SelectControl(props: ControlProps) {
  return (
    <Select
      id={props.id}
      size="small"
      aria-describedby={props.describedBy}
      isDisabled={props.isDisabled}
      value={String(props.value ?? '')}
      options={optionsOf(props)}
      onChange={(key) => choose(props, key)}
    />
  );
}

// Choices that would not fit side by side stand in a list.
const roomForLetters = 34;

export function SegmentedControl(props: ControlProps) {
  const options = optionsOf(props);
  const letters = options.reduce((sum, { label }) => sum + label.length + 3, 0);
  if (letters > roomForLetters || options.length > 5) return <SelectControl {...props} />;
  return (
    <Segmented
      label={props.label}
      className={styles.segmented}
      isDisabled={props.isDisabled}
      value={String(props.value ?? '')}
      options={options}
      onChange={(key) => choose(props, key)}
    />
  );
}

export function ToggleControl(props: ControlProps) {
  return (
    <Switch
      id={props.id}
      isOn={props.value === true}
      isDisabled={props.isDisabled}
      aria-describedby={props.describedBy}
      onChange={props.onChange}
    />
  );
}

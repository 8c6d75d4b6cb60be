import { Switch as Radix } from 'radix-ui';
import styles from './switch.module.css';

interface SwitchProps {
  id?: string | undefined;
  label?: string | undefined;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean | undefined;
  'aria-describedby'?: string | undefined;
}

export function Switch({ id, label, isOn, onChange, isDisabled = false, ...rest }: SwitchProps) {
  return (
    <Radix.Root {...rest} id={id} aria-label={label} checked={isOn} onCheckedChange={onChange} disabled={isDisabled} className={styles.switch}>
      <Radix.Thumb className={styles.thumb} />
    </Radix.Root>
  );
}

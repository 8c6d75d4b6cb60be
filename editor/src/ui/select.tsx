import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './select.module.css';

export interface SelectProps<Value extends string> {
  /** For screen readers, unless a `<label htmlFor={id}>` names it. */
  label?: string | undefined;
  id?: string | undefined;
  value: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
  isDisabled?: boolean | undefined;
  size?: 'small' | 'medium' | undefined;
  className?: string | undefined;
  'aria-describedby'?: string | undefined;
}

// Radix keeps the empty string for "nothing chosen", but an option may well have that value.
const outer = (value: string) => (value.startsWith('=') ? value.slice(1) : value);

export function Select<Value extends string>({ label, id, value, options, onChange, isDisabled = false, size = 'medium', className, ...rest }: SelectProps<Value>) {
  return (
    <Radix.Root
      value={`=${value}`}
      disabled={isDisabled}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === outer(chosen));
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Radix.Trigger {...rest} id={id} aria-label={label} className={classNames(styles.trigger, size === 'small' && styles.small, className)}>
        <span className={styles.value}>
          <Radix.Value />
        </span>
        <Radix.Icon className={styles.arrow}>
          <ChevronDown size={15} />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.list} position="popper" sideOffset={5} collisionPadding={8}>
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item key={option.value} value={`=${option.value}`} className={styles.option}>
                {option.icon}
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className={styles.check}>
                  <Check size={15} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

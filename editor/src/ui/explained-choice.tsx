import { RadioGroup } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import styles from './explained-choice.module.css';

interface ExplainedChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; means: ReactNode; isDisabled?: boolean | undefined }[];
  onChange: (value: Value) => void;
}

/** One of a few things of which each needs a sentence to be understood. */
export function ExplainedChoice<Value extends string>({ label, value, choices, onChange }: ExplainedChoiceProps<Value>) {
  const id = useId();
  return (
    <RadioGroup.Root
      className={styles.group}
      aria-label={label}
      value={value}
      onValueChange={(chosen) => {
        const choice = choices.find((candidate) => candidate.value === chosen);
        if (choice !== undefined) onChange(choice.value);
      }}
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          disabled={choice.isDisabled ?? false}
          className={styles.choice}
          aria-labelledby={`${id}-${choice.value}`}
          aria-describedby={`${id}-${choice.value}-means`}
        >
          <span className={styles.circle} aria-hidden="true">
            <RadioGroup.Indicator className={styles.dot} />
          </span>
          <span className={styles.words}>
            <span id={`${id}-${choice.value}`} className={styles.label}>
              {choice.label}
            </span>
            <span id={`${id}-${choice.value}-means`} className={styles.means}>
              {choice.means}
            </span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

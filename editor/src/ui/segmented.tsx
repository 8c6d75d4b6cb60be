import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';
import styles from './segmented.module.css';

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode; tooltip?: string }[];
  onChange: (value: Value) => void;
  /** Shows only the icons; the labels become tooltips. */
  areLabelsHidden?: boolean | undefined;
  isDisabled?: boolean | undefined;
  className?: string | undefined;
}

/** A few choices side by side, of which one holds. */
export function Segmented<Value extends string>({ label, value, options, onChange, areLabelsHidden = false, isDisabled = false, className }: SegmentedProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      disabled={isDisabled}
      className={classNames(styles.group, className)}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      {options.map((option) => {
        const item = (
          <ToggleGroup.Item
            key={option.value}
            value={option.value}
            className={classNames(styles.item, areLabelsHidden && styles.iconOnly)}
            aria-label={areLabelsHidden ? option.label : undefined}
            // A tooltip's trigger would write its own state over it.
            data-chosen={option.value === value || undefined}
          >
            {option.icon}
            {!areLabelsHidden && option.label}
          </ToggleGroup.Item>
        );
        if (!areLabelsHidden && option.tooltip === undefined) return item;
        return (
          <Tooltip key={option.value} content={option.tooltip ?? option.label}>
            {item}
          </Tooltip>
        );
      })}
    </ToggleGroup.Root>
  );
}

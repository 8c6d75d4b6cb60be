import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'title' | 'children'> {
  /** What it does, for those who can't see the icon, and the tooltip unless `tooltip` says more (null: no tooltip). */
  label: string;
  icon: ReactNode;
  tooltip?: ReactNode;
  /** The keys that do the same, shown in the tooltip. */
  shortcut?: string | undefined;
  size?: 'small' | 'medium' | undefined;
  /** For buttons that stay pressed. */
  isPressed?: boolean | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

export function IconButton({ label, icon, tooltip, shortcut, size = 'medium', isPressed, className, type = 'button', ...rest }: IconButtonProps) {
  const button = (
    <button
      {...rest}
      type={type}
      aria-label={label}
      aria-pressed={isPressed}
      className={classNames(styles.button, size === 'small' && styles.small, className)}
    >
      {icon}
    </button>
  );
  if (tooltip === null) return button;
  return (
    <Tooltip content={tooltip ?? label} shortcut={shortcut}>
      {button}
    </Tooltip>
  );
}

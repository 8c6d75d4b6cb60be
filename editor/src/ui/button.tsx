import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';
import styles from './button.module.css';

export type ButtonTone = 'primary' | 'neutral' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

interface Look {
  tone?: ButtonTone | undefined;
  size?: ButtonSize | undefined;
  /** An icon before the text. */
  icon?: ReactNode;
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  /** Shows a spinner and takes no clicks, but keeps the focus. */
  isBusy?: boolean | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

function lookOf(tone: ButtonTone, size: ButtonSize, className?: string): string {
  return classNames(styles.button, styles[tone], styles[size], className);
}

export function Button({ tone = 'neutral', size = 'medium', icon, isBusy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={lookOf(tone, size, className)}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {isBusy ? <Spinner size={15} /> : icon}
      {children}
    </button>
  );
}

export function ButtonLink({ tone = 'neutral', size = 'medium', icon, className, children, ...rest }: LinkProps & Look) {
  return (
    <Link {...rest} className={lookOf(tone, size, className)}>
      {icon}
      {children}
    </Link>
  );
}

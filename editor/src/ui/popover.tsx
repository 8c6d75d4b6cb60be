import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { isComposing } from './is-composing.ts';
import styles from './popover.module.css';

interface PopoverProps {
  trigger: ReactElement;
  label: string;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Popover({ trigger, label, isOpen, onOpenChange, side = 'bottom', align = 'start', className, children }: PopoverProps) {
  return (
    <Radix.Root {...(isOpen === undefined ? {} : { open: isOpen })} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content aria-label={label} className={classNames(styles.popover, className)} side={side} align={align} sideOffset={6} collisionPadding={8} onEscapeKeyDown={(event) => isComposing(event) && event.preventDefault()}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

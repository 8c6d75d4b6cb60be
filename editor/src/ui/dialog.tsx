import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { isComposing } from './is-composing.ts';
import { useFocusReturn } from './use-focus-return.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  /** One or two sentences below the title, read out with it. */
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large' | 'full' | undefined;
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode;
  /** False while something runs that must not be left half done. */
  isDismissible?: boolean | undefined;
  children?: ReactNode;
}

export function Dialog({ isOpen, onOpenChange, title, description, size = 'small', actions, isDismissible = true, children }: DialogProps) {
  const returnFocus = useFocusReturn(isOpen);
  const stayWhenBusy = (event: Event) => {
    if (!isDismissible) event.preventDefault();
  };
  // In a code editor, Escape closes what that has open.
  const stayInCode = (event: KeyboardEvent) => {
    const isInCode = event.target instanceof Element && event.target.closest('[data-code]') !== null;
    if (isInCode || isComposing(event)) event.preventDefault();
    else stayWhenBusy(event);
  };
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.backdrop} />
        <Radix.Content
          className={classNames(styles.dialog, styles[size])}
          // Unless a field asked for it, the focus starts on the dialog itself, not on its Close button.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={stayInCode}
          onPointerDownOutside={stayWhenBusy}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.header}>
            <div className={styles.heading}>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              {description !== undefined && <Radix.Description className={styles.description}>{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" tooltip={null} icon={<X size={17} />} size="small" disabled={!isDismissible} />
            </Radix.Close>
          </header>
          {children !== undefined && <div className={styles.body}>{children}</div>}
          {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Notice } from './notice.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import styles from './dialog.module.css';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** The verb on the button: "Delete page". */
  confirmLabel: string;
  tone?: 'primary' | 'danger' | undefined;
  isBusy?: boolean | undefined;
  error?: string | undefined;
  onConfirm: () => void;
}

/** Asks before something that is hard to take back. The focus starts on Cancel. */
export function ConfirmDialog({ isOpen, onOpenChange, title, description, confirmLabel, tone = 'danger', isBusy = false, error, onConfirm }: ConfirmDialogProps) {
  const returnFocus = useFocusReturn(isOpen);
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={styles.backdrop} />
        <AlertDialog.Content className={classNames(styles.dialog, styles.small)} onCloseAutoFocus={returnFocus}>
          <header className={styles.header}>
            <div className={styles.heading}>
              <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
              <AlertDialog.Description className={styles.description}>{description}</AlertDialog.Description>
            </div>
          </header>
          {error !== undefined && (
            <div className={styles.body}>
              <Notice tone="danger">{error}</Notice>
            </div>
          )}
          <footer className={styles.actions}>
            <AlertDialog.Cancel asChild>
              <Button disabled={isBusy}>Cancel</Button>
            </AlertDialog.Cancel>
            <Button tone={tone} isBusy={isBusy} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

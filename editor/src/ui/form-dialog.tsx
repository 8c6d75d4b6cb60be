import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';
import { Notice } from './notice.tsx';
import styles from './dialog.module.css';

interface FormDialogProps extends Pick<DialogProps, 'title' | 'description' | 'size' | 'children'> {
  /** The verb on the button: "Save version". */
  confirmLabel: string;
  /** `danger` for what is hard to take back. */
  tone?: 'primary' | 'danger' | undefined;
  /** It is being done: until that has ended nobody leaves, and nothing is done twice. */
  isBusy?: boolean | undefined;
  /** False while something is missing. */
  isReady?: boolean | undefined;
  /** Why it was refused. */
  error?: string | undefined;
  /** What came of it, where that has to be read: it stands in place of the form until one is done with it. */
  outcome?: { title: ReactNode; description: ReactNode; children: ReactNode } | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for what is needed to do one thing, which the button and the Enter key do. */
export function FormDialog({ title, description, size, confirmLabel, tone = 'primary', isBusy = false, isReady = true, error, outcome, onConfirm, onClose, children }: FormDialogProps) {
  const form = useId();
  const fields = useRef<HTMLFormElement>(null);
  const wasSent = useRef(false);
  // What is refused for one field is shown there, however far one has scrolled.
  useEffect(() => {
    const fault = isBusy || !wasSent.current ? null : fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!fault) return;
    wasSent.current = false;
    fault.focus();
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={outcome?.title ?? title}
      description={outcome === undefined ? description : outcome.description}
      size={size}
      isDismissible={!isBusy}
      actions={
        outcome !== undefined ? (
          <Button tone="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose} disabled={isBusy}>
              Cancel
            </Button>
            <Button type="submit" form={form} tone={tone} isBusy={isBusy} disabled={!isReady}>
              {confirmLabel}
            </Button>
          </>
        )
      }
    >
      {outcome !== undefined ? (
        <div className={styles.form}>{outcome.children}</div>
      ) : (
        <form
          id={form}
          ref={fields}
          className={styles.form}
          onInput={() => (wasSent.current = false)}
          onSubmit={(event) => {
            event.preventDefault();
            if (isBusy || !isReady) return;
            wasSent.current = true;
            onConfirm();
          }}
        >
          {children}
          {error !== undefined && <Notice tone="danger">{error}</Notice>}
        </form>
      )}
    </Dialog>
  );
}

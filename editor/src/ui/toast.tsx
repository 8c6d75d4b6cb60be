import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './class-names.ts';
import { dismissToast, keepToast, readToasts, releaseToast, watchToasts } from './toast-queue.ts';
import styles from './toast.module.css';

/** Shows what `showToast` was told. Stands once in the app, and above open dialogs. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(watchToasts, readToasts);
  return createPortal(
    <div className={styles.region} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className={classNames(styles.toast, toast.tone === 'danger' && styles.danger)}
          onPointerEnter={() => keepToast(toast.id)}
          onPointerLeave={() => releaseToast(toast.id)}
          onFocus={() => keepToast(toast.id)}
          onBlur={() => releaseToast(toast.id)}
        >
          {toast.tone === 'danger' ? <CircleAlert size={17} aria-hidden="true" /> : <CircleCheck size={17} aria-hidden="true" />}
          <span className={styles.text}>{toast.text}</span>
          {toast.action !== undefined && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                toast.action?.run();
                dismissToast(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button type="button" className={styles.close} aria-label="Dismiss" onClick={() => dismissToast(toast.id)}>
            <X size={15} />
          </button>
        </div>
      ))}
    </div>,
    document.body,
  );
}

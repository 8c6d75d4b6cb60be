import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CodeFault } from './code-editor.tsx';
import styles from './fault-list.module.css';

interface FaultListProps<Fault extends CodeFault> {
  faults: readonly Fault[];
  /** Which of several texts it stands in. */
  placeOf?: ((fault: Fault) => string) | undefined;
  onChoose: (fault: Fault) => void;
  /** What is said where nothing is wrong. */
  children: ReactNode;
}

/** What is wrong, in a line each, and the way to its place. */
export function FaultList<Fault extends CodeFault>({ faults, placeOf, onChoose, children }: FaultListProps<Fault>) {
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  const counts = [...(errors > 0 ? [errors === 1 ? '1 error' : `${String(errors)} errors`] : []), ...(warnings > 0 ? [warnings === 1 ? '1 warning' : `${String(warnings)} warnings`] : [])];
  return (
    <section className={styles.faults} aria-label="Problems">
      <p className={styles.count} role="status">
        {faults.length === 0 ? (
          <>
            <CircleCheck size={14} className={styles.good} aria-hidden="true" /> {children}
          </>
        ) : (
          counts.join(', ')
        )}
      </p>
      {faults.length > 0 && (
        <ul className={styles.list}>
          {faults.map((fault, index) => (
            <li key={index}>
              <button type="button" className={styles.fault} onClick={() => onChoose(fault)}>
                {fault.severity === 'error' ? <CircleAlert size={14} className={styles.error} aria-label="Error" /> : <TriangleAlert size={14} className={styles.warning} aria-label="Warning" />}
                <span className={styles.words}>{fault.message}</span>
                <span className={styles.place}>
                  {placeOf === undefined ? '' : `${placeOf(fault)} `}
                  <span className="visually-hidden">line </span>
                  {fault.line}:{fault.column}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

interface FieldParts {
  label: ReactNode;
  /** Keeps the label for screen readers only. */
  isLabelHidden?: boolean | undefined;
  help?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean | undefined;
}

interface ControlAttributes {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label, control, help and error, tied together for assistive technology. `children` draws the control. */
export function Field({ label, isLabelHidden = false, help, error, isOptional = false, children }: FieldParts & { children: (control: ControlAttributes) => ReactNode }) {
  const id = useId();
  const hasHelp = help !== undefined && help !== null && help !== '';
  const describedBy = classNames(hasHelp && `${id}-help`, error !== undefined && `${id}-error`);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={classNames(styles.label, isLabelHidden && 'visually-hidden')}>
        {label}
        {isOptional && <span className={styles.optional}> (optional)</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {hasHelp && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}

type InputProps = InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> | undefined };

export function TextField({ label, isLabelHidden, help, error, isOptional, className, ...rest }: FieldParts & InputProps) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} help={help} error={error} isOptional={isOptional}>
      {(control) => <input type="text" {...rest} {...control} className={classNames(styles.control, className)} />}
    </Field>
  );
}

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> | undefined };

export function TextArea({ label, isLabelHidden, help, error, isOptional, className, rows = 3, ...rest }: FieldParts & TextAreaProps) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} help={help} error={error} isOptional={isOptional}>
      {(control) => <textarea rows={rows} {...rest} {...control} className={classNames(styles.control, styles.area, className)} />}
    </Field>
  );
}

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import fieldStyles from './field.module.css';
import { classNames } from './class-names.ts';
import styles from './copy-field.module.css';
import { showToast } from './toast-queue.ts';

interface CopyFieldProps {
  label: string;
  value: string;
  help?: string | undefined;
  isLabelHidden?: boolean | undefined;
}

/** A text to pass on, such as a link or a secret. */
export function CopyField({ label, value, help, isLabelHidden }: CopyFieldProps) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
    } catch {
      // Browsers allow it only on https and localhost, and may ask.
      showToast({ text: 'The browser did not allow copying. Select the text and copy it by hand.', tone: 'danger' });
    }
  };
  return (
    <Field label={label} help={help} isLabelHidden={isLabelHidden}>
      {(control) => (
        <div className={styles.line}>
          <input {...control} type="text" readOnly value={value} className={classNames(fieldStyles.control, styles.text)} onFocus={(event) => event.target.select()} />
          <Button icon={isCopied ? <Check size={15} /> : <Copy size={15} />} aria-label={isCopied ? undefined : `Copy ${label.toLowerCase()}`} onClick={() => void copy()}>
            {isCopied ? 'Copied' : 'Copy'}
          </Button>
        </div>
      )}
    </Field>
  );
}

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Field } from './field.tsx';
import fieldStyles from './field.module.css';
import { IconButton } from './icon-button.tsx';
import styles from './password-field.module.css';

interface PasswordFieldProps {
  /** Which password, where the screen has more than one. */
  label?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  help?: string | undefined;
  error?: string | undefined;
  /** Takes the focus when it appears. */
  hasFocus?: boolean | undefined;
}

export function PasswordField({ label = 'Password', value, onChange, autoComplete, help, error, hasFocus = false }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <div className={styles.password}>
          <input
            {...control}
            className={fieldStyles.control}
            type={isShown ? 'text' : 'password'}
            name="password"
            autoComplete={autoComplete}
            required
            autoFocus={hasFocus}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <IconButton
            className={styles.reveal}
            size="small"
            tooltip={null}
            label={`${isShown ? 'Hide' : 'Show'} ${label.toLowerCase()}`}
            icon={isShown ? <EyeOff size={16} /> : <Eye size={16} />}
            onClick={() => setIsShown(!isShown)}
          />
        </div>
      )}
    </Field>
  );
}

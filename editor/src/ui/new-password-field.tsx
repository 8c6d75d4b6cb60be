import { PasswordField } from './password-field.tsx';

export const shortestPassword = 8; // as the server asks for

interface NewPasswordFieldProps {
  label?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** The form was sent: what is too short is a fault now, and no longer advice. */
  wasSubmitted: boolean;
  error?: string | undefined;
}

/** A password that somebody chooses. */
export function NewPasswordField({ label, value, onChange, wasSubmitted, error }: NewPasswordFieldProps) {
  const isTooShort = value.length < shortestPassword;
  return (
    <PasswordField
      label={label}
      value={value}
      onChange={onChange}
      autoComplete="new-password"
      help={isTooShort ? `At least ${shortestPassword} characters. A few words are easy to remember and hard to guess.` : 'Long enough.'}
      error={wasSubmitted && isTooShort ? `This password is too short: ${value.length} of ${shortestPassword} characters.` : error}
    />
  );
}

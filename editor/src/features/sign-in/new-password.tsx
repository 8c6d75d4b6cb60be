import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { chooseNewPassword } from '../../api/authentication.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { NewPasswordField, shortestPassword } from '../../ui/new-password-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';

/** Where the link to a new password leads. */
export function NewPassword() {
  useDocumentTitle('New password');
  const [parameters] = useSearchParams();
  const [password, setPassword] = useState('');
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const attempt = useMutation({ mutationFn: () => chooseNewPassword(parameters.get('token') ?? '', password) });

  if (attempt.isSuccess) {
    return (
      <Entrance title="Your password is changed" introduction="You were signed out everywhere. Sign in with the new one.">
        <div className={styles.form}>
          <ButtonLink to="/sign-in" tone="primary" size="large">
            Sign in
          </ButtonLink>
        </div>
      </Entrance>
    );
  }
  const problem = attempt.error instanceof Problem ? attempt.error : null;
  const fault = problem?.faultAt('/password');
  return (
    <Entrance title="Choose a new password">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setWasSubmitted(true);
          if (password.length >= shortestPassword) attempt.mutate();
        }}
      >
        {attempt.isError && fault === undefined && <Notice tone="danger">{explain(attempt.error)}</Notice>}
        <NewPasswordField value={password} onChange={setPassword} wasSubmitted={wasSubmitted} error={fault === undefined ? undefined : sentence(fault)} />
        <Button type="submit" tone="primary" size="large" className={styles.submit} isBusy={attempt.isPending}>
          Change the password
        </Button>
        {problem?.status === 409 && (
          <ButtonLink to="/forgotten-password" size="large">
            Ask for a new link
          </ButtonLink>
        )}
      </form>
    </Entrance>
  );
}

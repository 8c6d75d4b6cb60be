import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { askForNewPassword } from '../../api/authentication.ts';
import { explain } from '../../api/problem.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';

/** Asks for a link to a new password. */
export function ForgottenPassword() {
  useDocumentTitle('Forgotten password');
  const [email, setEmail] = useState('');
  const attempt = useMutation({ mutationFn: () => askForNewPassword(email.trim()) });

  if (attempt.isSuccess) {
    return (
      <Entrance title="Look into your mail" introduction={`If ${email.trim()} has an account, a link to a new password is on its way. It works for an hour.`}>
        <div className={styles.form}>
          <ButtonLink to="/sign-in" size="large">
            Back to signing in
          </ButtonLink>
        </div>
      </Entrance>
    );
  }
  return (
    <Entrance title="Forgotten your password?" introduction="We send you a link with which you choose a new one.">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate();
        }}
      >
        {attempt.isError && <Notice tone="danger">{explain(attempt.error)}</Notice>}
        <TextField label="E-mail address" type="email" name="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} />
        <Button type="submit" tone="primary" size="large" className={styles.submit} isBusy={attempt.isPending}>
          Send the link
        </Button>
        <ButtonLink to="/sign-in" size="large">
          Back to signing in
        </ButtonLink>
      </form>
    </Entrance>
  );
}

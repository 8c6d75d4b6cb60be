import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { isFirstRun, signIn } from '../../api/authentication.ts';
import { refreshCredentials } from '../../api/credentials.ts';
import { explain, Problem } from '../../api/problem.ts';
import { useCredentials } from '../../api/use-credentials.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';

/** Only addresses within the editor: a link must not be able to send somebody elsewhere after signing in. */
function placeAfterSignIn(from: string | null): string {
  return from !== null && /^\/(?![/\\])/.test(from) ? from : '/';
}

export function SignIn() {
  useDocumentTitle('Sign in');
  const credentials = useCredentials();
  const [parameters] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const firstRun = useQuery({ queryKey: ['first-run'], queryFn: ({ signal }) => isFirstRun(signal), retry: false });
  const attempt = useMutation({ mutationFn: () => signIn(email.trim(), password) });

  useEffect(() => {
    // Whoever is signed in already goes on; failing to find out is no reason not to show the form.
    if (credentials.state === 'unknown') refreshCredentials().catch(() => undefined);
  }, [credentials.state]);

  if (credentials.state === 'signed-in') return <Navigate to={placeAfterSignIn(parameters.get('from'))} replace />;

  const isRefused = attempt.error instanceof Problem && attempt.error.status === 401;
  return (
    <Entrance title="Sign in" introduction={parameters.has('from') ? 'Sign in to go on.' : 'Welcome back.'}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate();
        }}
      >
        {attempt.isError && (
          <Notice tone="danger">{isRefused ? 'The e-mail address or the password is not right.' : explain(attempt.error)}</Notice>
        )}
        <TextField label="E-mail address" type="email" name="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} />
        <PasswordField value={password} onChange={setPassword} autoComplete="current-password" />
        <Button type="submit" tone="primary" size="large" className={styles.submit} isBusy={attempt.isPending}>
          Sign in
        </Button>
        <Link to="/forgotten-password" className={styles.aside}>
          Forgotten your password?
        </Link>
      </form>
      {firstRun.data === true && (
        <div className={styles.hint}>
          <Notice>Nobody has signed in yet. Open the link that the terminal shows to create the first account.</Notice>
        </div>
      )}
    </Entrance>
  );
}

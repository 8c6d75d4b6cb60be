import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { setUp } from '../../api/authentication.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import { useCredentials } from '../../api/use-credentials.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { NewPasswordField, shortestPassword } from '../../ui/new-password-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';

/** The first run: whoever has the terminal's link makes the first account. */
export function Welcome() {
  useDocumentTitle('Welcome');
  const credentials = useCredentials();
  const [parameters] = useSearchParams();
  const token = parameters.get('token') ?? '';
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const attempt = useMutation({ mutationFn: () => setUp(token, email.trim(), password, name.trim()) });

  if (credentials.state === 'signed-in') return <Navigate to="/" replace />;
  if (token === '') {
    return (
      <Entrance title="This link is incomplete" introduction="Copy the whole link from the terminal, with everything after “token=”.">
        <div className={styles.form}>
          <ButtonLink to="/sign-in" size="large">
            Sign in instead
          </ButtonLink>
        </div>
      </Entrance>
    );
  }

  const problem = attempt.error instanceof Problem ? attempt.error : null;
  const isUsedUp = problem !== null && [401, 403, 404, 409].includes(problem.status);
  const isTooShort = password.length < shortestPassword;
  const faultAt = (path: string) => {
    const fault = problem?.faultAt(path);
    return fault === undefined ? undefined : sentence(fault);
  };
  const isExplainedInPlace = problem !== null && ['/email', '/password', '/name'].some((path) => problem.faultAt(path) !== undefined);

  return (
    <Entrance title="Welcome to Pagewright" introduction="Create your account. It will be the administrator of this installation.">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setWasSubmitted(true);
          if (!isTooShort) attempt.mutate();
        }}
      >
        {attempt.isError && !isExplainedInPlace && (
          <Notice tone="danger">
            {isUsedUp ? 'This link has been used already or has ended. Sign in, or start Pagewright again for a new one.' : explain(attempt.error)}
          </Notice>
        )}
        <TextField label="Your name" name="name" autoComplete="name" isOptional value={name} error={faultAt('/name')} onChange={(event) => setName(event.target.value)} />
        <TextField
          label="E-mail address"
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          error={faultAt('/email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <NewPasswordField value={password} onChange={setPassword} wasSubmitted={wasSubmitted} error={faultAt('/password')} />
        <Button type="submit" tone="primary" size="large" className={styles.submit} isBusy={attempt.isPending}>
          Create account
        </Button>
        {isUsedUp && (
          <ButtonLink to="/sign-in" size="large">
            Sign in
          </ButtonLink>
        )}
      </form>
    </Entrance>
  );
}

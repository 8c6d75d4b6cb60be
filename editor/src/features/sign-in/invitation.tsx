import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { acceptInvitation, findInvitation } from '../../api/authentication.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { LoadingScreen } from '../../ui/full-screen.tsx';
import { NewPasswordField, shortestPassword } from '../../ui/new-password-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';

type Offer = Awaited<ReturnType<typeof findInvitation>>;

const roles = { viewer: 'You will be able to look at pages.', editor: 'You will be able to edit pages.', admin: 'You will be an administrator.' };

function JoinForm({ token, offer }: { token: string; offer: Offer }) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const attempt = useMutation({
    mutationFn: () => acceptInvitation(token, password, name.trim()),
    onSuccess: () => navigate('/', { replace: true }),
  });
  const fault = attempt.error instanceof Problem ? attempt.error.faultAt('/password') : undefined;
  const error = fault === undefined ? undefined : sentence(fault);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setWasSubmitted(true);
        if (offer.hasAccount || password.length >= shortestPassword) attempt.mutate();
      }}
    >
      {attempt.isError && fault === undefined && <Notice tone="danger">{explain(attempt.error)}</Notice>}
      <TextField label="E-mail address" type="email" name="email" autoComplete="username" readOnly value={offer.email} />
      {offer.hasAccount ? (
        <PasswordField value={password} onChange={setPassword} autoComplete="current-password" help="That of the account that you have already." error={error} />
      ) : (
        <>
          <TextField label="Your name" name="name" autoComplete="name" isOptional value={name} onChange={(event) => setName(event.target.value)} />
          <NewPasswordField value={password} onChange={setPassword} wasSubmitted={wasSubmitted} error={error} />
        </>
      )}
      <Button type="submit" tone="primary" size="large" className={styles.submit} isBusy={attempt.isPending}>
        Join
      </Button>
    </form>
  );
}

/** Where the link of an invitation leads. */
export function Invitation() {
  useDocumentTitle('Invitation');
  const [parameters] = useSearchParams();
  const token = parameters.get('token') ?? '';
  const offer = useQuery({ queryKey: ['invitation', token], queryFn: () => findInvitation(token), retry: false, staleTime: Infinity });

  if (offer.isPending) return <LoadingScreen label="Looking for your invitation…" />;
  if (offer.isError) {
    return (
      <Entrance title="This link does not work" introduction={explain(offer.error)}>
        <div className={styles.form}>
          <ButtonLink to="/sign-in" size="large">
            Sign in instead
          </ButtonLink>
        </div>
      </Entrance>
    );
  }
  return (
    <Entrance title={`Join ${offer.data.organization}`} introduction={roles[offer.data.role]}>
      <JoinForm token={token} offer={offer.data} />
    </Entrance>
  );
}

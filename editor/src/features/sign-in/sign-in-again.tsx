import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { signInAgain } from '../../api/authentication.ts';
import { signedOut } from '../../api/credentials.ts';
import { explain, Problem } from '../../api/problem.ts';
import type { User } from '../../api/types.ts';
import { maySignOut } from '../../ui/before-signing-out.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import styles from './entrance.module.css';

/** To the sign-in of somebody else, who does not get what is open here. */
async function leave(): Promise<void> {
  if (await maySignOut()) signedOut();
}

/** Over whatever one was doing when the session ended: the screen stays as it is, and goes on after the password. */
export function SignInAgain({ user }: { user: User }) {
  const [password, setPassword] = useState('');
  const attempt = useMutation({ mutationFn: () => signInAgain(user, password) });
  const isRefused = attempt.error instanceof Problem && attempt.error.status === 401;
  return (
    <Dialog
      isOpen
      onOpenChange={() => undefined}
      isDismissible={false}
      title="Sign in again"
      description="Your session has ended. Everything stays as it is: what you changed is kept in this browser and follows when you are signed in."
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!attempt.isPending) attempt.mutate();
        }}
      >
        {attempt.isError && <Notice tone="danger">{isRefused ? 'The password is not right.' : explain(attempt.error)}</Notice>}
        <p>
          You are <strong>{user.email}</strong>.
        </p>
        {/* So that password managers know whose password it is. */}
        <input type="email" name="email" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordField value={password} onChange={setPassword} autoComplete="current-password" hasFocus />
        <div className={styles.again}>
          <Button tone="quiet" onClick={() => void leave()}>
            Somebody else…
          </Button>
          <Button type="submit" tone="primary" isBusy={attempt.isPending}>
            Sign in
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

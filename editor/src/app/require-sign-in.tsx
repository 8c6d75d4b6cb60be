import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { refreshCredentials } from '../api/credentials.ts';
import { explain } from '../api/problem.ts';
import { useCredentials } from '../api/use-credentials.ts';
import { SignInAgain } from '../features/sign-in/sign-in-again.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FullScreen, LoadingScreen } from '../ui/full-screen.tsx';

/** Restores the session, asks in place for a new one where it has ended amid the work, or leads to the sign-in and from there back to where one wanted to go. */
export function RequireSignIn() {
  const credentials = useCredentials();
  const location = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (credentials.state === 'unknown') refreshCredentials().catch(setFailure);
  }, [credentials.state, attempt]);

  if (credentials.state === 'signed-in' || credentials.state === 'expired') {
    return (
      <>
        <Outlet />
        {credentials.state === 'expired' && <SignInAgain user={credentials.user} />}
      </>
    );
  }
  if (credentials.state === 'signed-out') {
    const wanted = `${location.pathname}${location.search}`;
    return <Navigate to={wanted === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ from: wanted }).toString()}`} replace />;
  }
  if (failure === null) return <LoadingScreen label="Signing you in…" />;
  return (
    <FullScreen>
      <EmptyState
        icon={<CloudOff size={24} />}
        title="Pagewright can’t be reached"
        action={
          <Button
            tone="primary"
            onClick={() => {
              setFailure(null);
              setAttempt(attempt + 1);
            }}
          >
            Try again
          </Button>
        }
      >
        {explain(failure)}
      </EmptyState>
    </FullScreen>
  );
}

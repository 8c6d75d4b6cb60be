import { useQuery } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useParams } from 'react-router';
import { explain, Problem } from '../api/problem.ts';
import { pageQuery } from '../api/queries.ts';
import { useUser } from '../api/use-credentials.ts';
import { SessionProvider } from '../features/editor/session-provider.tsx';
import { NotFound } from '../features/not-found/not-found.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FullScreen, LoadingScreen } from '../ui/full-screen.tsx';
import { OpenPage } from './open-page.tsx';

/** /page-builder/:id/edit: finds the page and opens a session on it. */
export function EditPage() {
  const { id = '' } = useParams();
  const { id: userId, organization } = useUser();
  const { data: page, error, refetch } = useQuery(pageQuery(id));

  if (page !== undefined) {
    return (
      <SessionProvider
        key={`${userId} ${page.id}`}
        page={page}
        siteName={organization.name}
        userId={userId}
        failed={(message) => <Failure message={message} onRetry={() => window.location.reload()} />}
      >
        <OpenPage page={page} />
      </SessionProvider>
    );
  }
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) {
    return (
      <main>
        <NotFound />
      </main>
    );
  }
  if (error !== null) return <Failure message={explain(error)} onRetry={() => void refetch()} />;
  return <LoadingScreen label="Opening the page…" />;
}

function Failure({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <FullScreen>
      <EmptyState
        icon={<CloudOff size={24} />}
        title="The page could not be opened"
        action={
          <>
            <ButtonLink to="/">All pages</ButtonLink>
            <Button tone="primary" onClick={onRetry}>
              Try again
            </Button>
          </>
        }
      >
        {message}
      </EmptyState>
    </FullScreen>
  );
}

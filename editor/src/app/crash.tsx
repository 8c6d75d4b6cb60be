import { Unplug } from 'lucide-react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FullScreen } from '../ui/full-screen.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';

/** What is left when a screen fails: what was acknowledged is safe on the server, the rest in this browser. */
export function Crash() {
  const error = useRouteError();
  useDocumentTitle('Something went wrong');
  const reason = isRouteErrorResponse(error) ? error.statusText : error instanceof Error ? error.message : '';
  return (
    <FullScreen>
      <EmptyState
        icon={<Unplug size={24} />}
        title="Something went wrong on this screen"
        action={
          <>
            <Button onClick={() => window.location.assign('/page-builder')}>All pages</Button>
            <Button tone="primary" onClick={() => window.location.reload()}>
              Load again
            </Button>
          </>
        }
      >
        <p>Your pages are safe. Loading the screen again usually helps.</p>
        {reason !== '' && <p>{reason}</p>}
      </EmptyState>
    </FullScreen>
  );
}

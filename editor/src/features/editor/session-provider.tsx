import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';

import type { Page } from '../../api/types.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';

import { LeavePage } from './leave-page.tsx';
import { openSession } from './open-session.ts';

interface SessionProviderProps {
  page: Page;
  siteName: string;
  userId: string;
  failed: (message: string) => ReactNode;
  children: ReactNode;
}

// Opens the page for as long as it is shown, and gives everything inside its session once it is there. What is inside stands there before that.
export function SessionProvider({ page, siteName, userId, failed, children }: SessionProviderProps) {
  const queries = useQueryClient();
  const [session, setSession] = useState<PageSession | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  // What the page was when it was opened: later news of it come over the session's own connection.
  const [first] = useState(page);

  useEffect(() => {
    let isLeft = false;
    let opened: PageSession | null = null;
    openSession({ page: first, queries, siteName, userId }).then(
      (ready) => {
        opened = ready;
        if (isLeft) ready.close();
        else setSession(ready);
      },
      (error: unknown) => {
        if (!isLeft) setFault(error instanceof Error ? error.message : 'The page could not be opened.');
      },
    );
    return () => {
      isLeft = true;
      opened?.close();
      setSession(null);
    };
  }, [first, queries, siteName, userId]);

  if (fault !== null) return failed(fault);
  return (
    <SessionContext value={session}>
      {children}
      {session && <LeavePage session={session} />}
    </SessionContext>
  );
}

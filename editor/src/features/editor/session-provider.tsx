import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';

import { componentsQuery, tokensQuery } from '../../api/queries.ts';
import type { Page } from '../../api/types.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';

import { openSession } from './open-session.ts';

// A page that is open keeps the tokens it was opened with; its session itself learns of new components.
const once = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false };

interface SessionProviderProps {
  page: Page;
  siteName: string;
  userId: string;
  waiting: ReactNode;
  failed: (message: string) => ReactNode;
  children: ReactNode;
}

// Opens the page for as long as it is shown, and gives everything inside its session.
export function SessionProvider({ page, siteName, userId, waiting, failed, children }: SessionProviderProps) {
  const components = useQuery({ ...componentsQuery(), ...once });
  const tokens = useQuery({ ...tokensQuery(), ...once });
  const [session, setSession] = useState<PageSession | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  // What the page was when it was opened: later news of it come over the session's own connection.
  const [first] = useState(page);
  const listing = components.data;
  const designTokens = tokens.data;

  useEffect(() => {
    if (!listing || !designTokens) return undefined;
    let isLeft = false;
    let opened: PageSession | null = null;
    openSession({ page: first, components: listing, tokens: designTokens, siteName, userId }).then(
      (ready) => {
        opened = ready;
        if (isLeft) ready.close();
        else setSession(ready);
      },
      (error: unknown) => setFault(error instanceof Error ? error.message : 'The page could not be opened.'),
    );
    return () => {
      isLeft = true;
      opened?.close();
      setSession(null);
    };
  }, [first, listing, designTokens, siteName, userId]);

  useEffect(() => {
    if (!session) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      if (session.hasUnkeptChanges()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [session]);

  const message = fault ?? components.error?.message ?? tokens.error?.message ?? null;
  if (message !== null) return failed(message);
  return session ? <SessionContext value={session}>{children}</SessionContext> : waiting;
}

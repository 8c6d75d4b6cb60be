import type { QueryClient } from '@tanstack/react-query';

import { freshAccessToken, readCredentials, rejectAccessToken, watchCredentials } from '../../api/credentials.ts';
import { engineSources } from '../../api/engine-sources.ts';
import { listComponents } from '../../api/library.ts';
import { Problem } from '../../api/problem.ts';
import { componentsQuery, tokensQuery } from '../../api/queries.ts';
import type { ComponentListing, Page } from '../../api/types.ts';
import { loadEngine } from '../../engine/load.ts';
import { ComponentLibrary } from '../../session/component-library.ts';
import { claimClient } from '../../session/connection/client-claim.ts';
import { Connection } from '../../session/connection/connection.ts';
import type { VersionedLibrary } from '../../session/page-session-options.ts';
import { PageSession } from '../../session/page-session.ts';

import { keepBreakpoint } from './opening-breakpoint.ts';

export interface SessionParts {
  page: Page;
  queries: QueryClient;
  siteName: string;
  userId: string;
}

// Joins the page's engine and its connection to one session. The document arrives with the server's welcome. A page that is open keeps the tokens
// it was opened with; its session itself learns of new components.
export async function openSession({ page, queries, siteName, userId }: SessionParts): Promise<PageSession> {
  const library = Promise.all([queries.fetchQuery(componentsQuery()), queries.fetchQuery(tokensQuery())]);
  const client = await claimClient(page.id, userId);
  const [components, tokens] = await library.catch((error: unknown) => {
    client.release();
    throw error;
  });
  const session = new PageSession({
    pageId: page.id,
    components: editedLibrary(components),
    fetchComponents: async () => editedLibrary(await listComponents()),
    tokens: tokens.tokens,
    baseCss: tokens.baseCss,
    context: { name: page.name, description: page.description, canonicalUrl: '', siteName },
    createEngine: loadEngine,
    client,
  });
  keepBreakpoint(session.state);
  await session.start((opened) => {
    const connection = new Connection({
      url: collaborationUrl(location),
      pageId: page.id,
      clientId: client.clientId,
      accessToken,
      since: () => opened.since(),
      onMessage: opened.receive,
      onState: opened.showConnection,
      onFinal: opened.fail,
    });
    connection.start();
    // Whoever signs in again, in this tab or another, goes on where they were.
    const unwatch = watchCredentials(() => {
      if (readCredentials().state === 'signed-in') connection.connectNow();
    });
    return {
      submit: (message) => connection.submit(message),
      present: (pointing) => connection.present(pointing),
      restart: connection.restart,
      connectNow: connection.connectNow,
      close: () => {
        unwatch();
        connection.close();
      },
    };
  });
  return session;
}

function editedLibrary({ library, items }: ComponentListing): VersionedLibrary {
  const hidden = new Set(items.filter(({ insertable }) => !insertable).map(({ definition }) => definition.name));
  return { id: library, library: new ComponentLibrary(engineSources(items), hidden) };
}

function collaborationUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/api/v1/collaboration`;
}

// Null where the user has to sign in again; throws where the server can't be reached.
async function accessToken(isRenewal: boolean): Promise<string | null> {
  const credentials = readCredentials();
  if (isRenewal && credentials.state === 'signed-in') rejectAccessToken(credentials.accessToken);
  try {
    return await freshAccessToken();
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

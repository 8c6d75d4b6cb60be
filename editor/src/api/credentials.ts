import { exclusively } from './exclusive.ts';
import { Problem, readProblem, Unreachable } from './problem.ts';
import type { SignIn, User } from './types.ts';

/**
 * Who is signed in. The access token lives in memory only; the refresh token in a cookie that scripts can't read.
 * `unknown` until the first refresh was tried. `expired`: the session has ended by itself, amid somebody's work, who signs in again where
 * they are; `signed-out` is what one chose, or had never been.
 */
export type Credentials =
  | { state: 'unknown' }
  | { state: 'signed-out' }
  | { state: 'expired'; user: User }
  | { state: 'signed-in'; user: User; accessToken: string; expiresAt: number };

type Notice = { kind: 'signed-in'; credentials: Extract<Credentials, { state: 'signed-in' }> } | { kind: 'signed-out' };

// A token is renewed this long before it ends, so that none ends on its way to the server.
const safetyMargin = 30_000;

let current: Credentials = { state: 'unknown' };
let refreshing: Promise<Credentials> | null = null;
const watchers = new Set<() => void>();

// The refresh token is replaced at every use, and using an old one signs everybody out: tabs share what they get.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('pagewright-credentials');
channel?.addEventListener('message', (event: MessageEvent<Notice>) => {
  if (event.data.kind === 'signed-out') settle({ state: 'signed-out' });
  else settle(event.data.credentials);
});

function settle(next: Credentials): void {
  current = next;
  for (const watcher of watchers) watcher();
}

export function readCredentials(): Credentials {
  return current;
}

export function watchCredentials(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Takes over what a sign-in answered, in all tabs. */
export function signedIn(answer: SignIn): void {
  const credentials = {
    state: 'signed-in' as const,
    user: answer.user,
    accessToken: answer.accessToken,
    expiresAt: Date.now() + answer.expiresIn * 1000,
  };
  settle(credentials);
  channel?.postMessage({ kind: 'signed-in', credentials } satisfies Notice);
}

/** The signed-in user is called otherwise now, in all tabs. */
export function userChanged(user: User): void {
  if (current.state !== 'signed-in') return;
  const credentials = { ...current, user };
  settle(credentials);
  channel?.postMessage({ kind: 'signed-in', credentials } satisfies Notice);
}

export function signedOut(): void {
  settle({ state: 'signed-out' });
  channel?.postMessage({ kind: 'signed-out' } satisfies Notice);
}

/** The server takes neither token any more. */
export function sessionEnded(): void {
  if (current.state === 'signed-in') settle({ state: 'expired', user: current.user });
  else if (current.state !== 'expired') settle({ state: 'signed-out' });
}

/** Forgets a token that the server no longer takes, unless there is a newer one already. */
export function rejectAccessToken(accessToken: string): void {
  if (current.state === 'signed-in' && current.accessToken === accessToken) current = { ...current, expiresAt: 0 };
}

function isFresh(credentials: Credentials): boolean {
  return credentials.state === 'signed-in' && credentials.expiresAt - safetyMargin > Date.now();
}

async function refresh(): Promise<Credentials> {
  // Another tab may have done it while this one waited for its turn.
  if (isFresh(current)) return current;
  let response: Response;
  try {
    // keepalive: the new cookie has to arrive even if this page is left meanwhile, for the old one is void.
    response = await fetch('/api/v1/auth/refresh', { method: 'POST', credentials: 'same-origin', keepalive: true });
  } catch (error) {
    throw new Unreachable(error);
  }
  if (response.ok) {
    signedIn((await response.json()) as SignIn);
  } else if (response.status === 401 || response.status === 403) {
    sessionEnded();
  } else {
    throw await readProblem(response);
  }
  return current;
}

/** Renews the access token where needed. However many ask at once, in however many tabs: one request. */
export function refreshCredentials(): Promise<Credentials> {
  // There is nothing to renew a session with that has ended.
  if (isFresh(current) || current.state === 'expired') return Promise.resolve(current);
  refreshing ??= exclusively('pagewright-refresh', refresh).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** A token that is good for at least half a minute. Throws a 401 Problem when nobody is signed in. */
export async function freshAccessToken(): Promise<string> {
  const credentials = await refreshCredentials();
  if (credentials.state !== 'signed-in') {
    throw new Problem(401, 'unauthenticated', 'Sign in again', 'Your session has ended.', [], null, null);
  }
  return credentials.accessToken;
}

/** For tests: as after loading the page. */
export function forgetCredentials(): void {
  settle({ state: 'unknown' });
  refreshing = null;
}

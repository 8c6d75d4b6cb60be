import type { Transaction } from '../../engine/document.ts';
import { freshId } from '../ids.ts';

import { noStorage, PendingDatabase, pendingScope } from './pending-database.ts';
import { PendingQueue } from './pending-queue.ts';

export interface ClientClaim {
  clientId: string;
  queue: PendingQueue;
  // Lets another tab take over what is left.
  release: () => void;
}

const sessionKey = (scope: string) => `pagewright.client.${scope}`;

export const lockOf = (clientId: string) => `pagewright-client-${clientId}`;

// Holds the lock of a client's name for as long as the tab lives; null where another tab has it.
async function claim(clientId: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return () => undefined;
  return new Promise((resolve) => {
    void navigator.locks.request(lockOf(clientId), { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null);
        return undefined;
      }
      return new Promise<void>((release) => resolve(release));
    });
  });
}

async function load(database: PendingDatabase | null, scope: string): Promise<Map<string, Transaction[]>> {
  return (await database?.load(scope).catch(() => null)) ?? new Map<string, Transaction[]>();
}

// The names that this tab may take, the best first: those that have left something, its own one before the others.
function candidates(own: string | null, left: readonly string[]): Set<string> {
  const first = own !== null && left.includes(own) ? [own] : [];
  return new Set([...first, ...left, ...(own === null ? [] : [own]), freshId()]);
}

// A name for this tab, unique among the open ones. A reloaded tab gets its old name back with what it left unsent; so does a new tab
// after one that was closed or crashed while offline. What one user left unsent is nobody else's to send. What several tabs left is sent one
// opening after the other: a connection sends only what was made under its own name.
export async function claimClient(pageId: string, userId: string): Promise<ClientClaim> {
  const scope = pendingScope(userId, pageId);
  const database = await PendingDatabase.open().catch(() => null);
  const own = sessionStorage.getItem(sessionKey(scope));
  for (const clientId of candidates(own, [...(await load(database, scope)).keys()])) {
    const release = await claim(clientId);
    if (!release) continue;
    sessionStorage.setItem(sessionKey(scope), clientId);
    const storage = database?.storage(scope, clientId) ?? noStorage;
    // Read again: who held the name until now may have sent some of it, or left more.
    const left = (await load(database, scope)).get(clientId) ?? [];
    return {
      clientId,
      queue: new PendingQueue(storage, left),
      release: () => {
        release();
        database?.close();
      },
    };
  }
  throw new Error('A fresh client name is always free.');
}

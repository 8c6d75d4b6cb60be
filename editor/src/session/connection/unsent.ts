// What closed tabs have left in this browser that the server has not got.
import { lockOf } from './client-claim.ts';
import { PendingDatabase } from './pending-database.ts';

export interface Unsent {
  pageId: string;
  // How many changes.
  count: number;
  // Of the transactions.
  ids: readonly string[];
}

// By page. What a tab holds that is open is on its way, and not among them.
export async function findUnsent(userId: string): Promise<Unsent[]> {
  const database = await PendingDatabase.open().catch(() => null);
  if (!database) return [];
  try {
    const open = await openClients();
    const byPage = new Map<string, string[]>();
    for (const { id, pageId, clientId } of await database.leftBy(userId)) {
      if (!open.has(lockOf(clientId))) byPage.set(pageId, [...(byPage.get(pageId) ?? []), id]);
    }
    return [...byPage].map(([pageId, ids]) => ({ pageId, count: ids.length, ids }));
  } finally {
    database.close();
  }
}

export async function discardUnsent({ ids }: Unsent): Promise<void> {
  const database = await PendingDatabase.open();
  try {
    await database.discard(ids);
  } finally {
    database.close();
  }
}

async function openClients(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}

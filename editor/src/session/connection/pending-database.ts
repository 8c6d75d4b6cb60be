import type { Transaction } from '../../engine/document.ts';

import type { PendingStorage } from './pending-queue.ts';

// IndexedDB: one record a transaction, by page and client.
interface PendingRecord {
  id: string;
  pageId: string; // as pendingScope makes it
  clientId: string;
  order: number;
  transaction: Transaction;
}

const databaseName = 'pagewright-pending';
const storeName = 'transactions';

// A page as one user works on it.
export function pendingScope(userId: string, pageId: string): string {
  return `${userId} ${pageId}`;
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

export class PendingDatabase {
  private readonly database: IDBDatabase;

  static async open(): Promise<PendingDatabase> {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(storeName, { keyPath: 'id' }).createIndex('page', 'pageId');
    };
    return new PendingDatabase(await settled(request));
  }

  private constructor(database: IDBDatabase) {
    this.database = database;
  }

  // What earlier tabs left for this page, oldest first, by client.
  async load(pageId: string): Promise<Map<string, Transaction[]>> {
    const store = this.database.transaction(storeName).objectStore(storeName);
    const records = (await settled(store.index('page').getAll(pageId))) as PendingRecord[];
    records.sort((left, right) => left.order - right.order);
    const byClient = new Map<string, Transaction[]>();
    for (const { clientId, transaction } of records) {
      byClient.set(clientId, [...(byClient.get(clientId) ?? []), transaction]);
    }
    return byClient;
  }

  // What a user has left unsent: of which page, by which client.
  async leftBy(userId: string): Promise<{ id: string; pageId: string; clientId: string }[]> {
    const index = this.database.transaction(storeName).objectStore(storeName).index('page');
    const prefix = pendingScope(userId, '');
    const records = (await settled(index.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))) as PendingRecord[];
    return records.map(({ id, pageId, clientId }) => ({ id, pageId: pageId.slice(prefix.length), clientId }));
  }

  async discard(ids: readonly string[]): Promise<void> {
    for (const id of ids) await settled(this.write().delete(id));
  }

  storage(pageId: string, clientId: string): PendingStorage {
    return {
      put: async (transaction, order) => {
        const record: PendingRecord = { id: transaction.id, pageId, clientId, order, transaction };
        await settled(this.write().put(record));
      },
      remove: async (id) => {
        await settled(this.write().delete(id));
      },
    };
  }

  close(): void {
    this.database.close();
  }

  private write(): IDBObjectStore {
    return this.database.transaction(storeName, 'readwrite').objectStore(storeName);
  }
}

// Where IndexedDB is not to be had (private windows of some browsers): nothing is kept, and leaving with unsent edits asks first.
export const noStorage: PendingStorage = {
  put: () => Promise.reject(new Error('This browser keeps nothing.')),
  remove: () => Promise.resolve(),
};

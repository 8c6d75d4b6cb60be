import type { Transaction } from '../../engine/document.ts';
import { Observable } from '../observable.ts';

// Where transactions are kept until the server has them, so that a closed tab or a flat battery loses nothing.
export interface PendingStorage {
  put(transaction: Transaction, order: number): Promise<void>;
  remove(id: string): Promise<void>;
}

interface Entry {
  transaction: Transaction;
  isKept: boolean;
  isRefused: boolean; // by the storage
}

// The author's transactions that the server has not acknowledged, oldest first.
export class PendingQueue {
  readonly count = new Observable(0);
  // True while leaving the tab could lose some of them.
  readonly hasUnkept = new Observable(false);
  // True where the browser would not keep some of them: they live as long as the tab.
  readonly isOnlyHere = new Observable(false);
  private readonly entries = new Map<string, Entry>();
  private readonly storage: PendingStorage;
  private order = 0;

  constructor(storage: PendingStorage, restored: readonly Transaction[] = []) {
    this.storage = storage;
    for (const transaction of restored) this.entries.set(transaction.id, { transaction, isKept: true, isRefused: false });
    this.order = Date.now() * 1000;
    this.count.set(this.entries.size);
  }

  add(transaction: Transaction): void {
    const entry: Entry = { transaction, isKept: false, isRefused: false };
    this.entries.set(transaction.id, entry);
    this.count.set(this.entries.size);
    this.showKeeping();
    this.order += 1;
    this.storage.put(transaction, this.order).then(
      () => {
        entry.isKept = true;
        this.showKeeping();
        if (this.entries.get(transaction.id) !== entry) void this.storage.remove(transaction.id);
      },
      () => {
        entry.isRefused = true; // stays unkept: leaving the page then asks first
        this.showKeeping();
      },
    );
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  // True where it was pending.
  remove(id: string): boolean {
    const entry = this.entries.get(id);
    if (!entry) return false;
    this.entries.delete(id);
    this.count.set(this.entries.size);
    this.showKeeping();
    if (entry.isKept) void this.storage.remove(id);
    return true;
  }

  // What will never be sent.
  clear(): void {
    for (const id of [...this.entries.keys()]) this.remove(id);
  }

  all(): Transaction[] {
    return [...this.entries.values()].map(({ transaction }) => transaction);
  }

  private showKeeping(): void {
    const entries = [...this.entries.values()];
    this.hasUnkept.set(entries.some(({ isKept }) => !isKept));
    this.isOnlyHere.set(entries.some(({ isRefused }) => isRefused));
  }
}

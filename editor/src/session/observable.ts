export type Unsubscribe = () => void;

// A value outside React that tells its listeners when it changes. Equal values (Object.is) tell nobody.
export class Observable<Value> {
  private value: Value;
  private readonly listeners = new Set<() => void>();

  constructor(value: Value) {
    this.value = value;
  }

  readonly get = (): Value => this.value;

  set(value: Value): void {
    if (Object.is(this.value, value)) return;
    this.value = value;
    for (const listener of [...this.listeners]) listener();
  }

  update(change: Partial<Value>): void {
    for (const key of Object.keys(change) as (keyof Value)[]) {
      if (Object.is(this.value[key], change[key])) continue;
      this.set({ ...this.value, ...change });
      return;
    }
  }

  readonly subscribe = (listener: () => void): Unsubscribe => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

// Listeners by key: a change of one node wakes only those who show that node.
export class KeyedListeners {
  private readonly listeners = new Map<string, Set<() => void>>();

  subscribe(key: string, listener: () => void): Unsubscribe {
    let set = this.listeners.get(key);
    if (!set) {
      set = new Set();
      this.listeners.set(key, set);
    }
    set.add(listener);
    return () => {
      set.delete(listener);
      if (set.size === 0 && this.listeners.get(key) === set) this.listeners.delete(key);
    };
  }

  notify(key: string): void {
    const set = this.listeners.get(key);
    if (set) for (const listener of [...set]) listener();
  }

  notifyAll(): void {
    for (const key of [...this.listeners.keys()]) this.notify(key);
  }
}

// A stream of events without a current value.
export class Emitter<Event> {
  private readonly listeners = new Set<(event: Event) => void>();

  readonly on = (listener: (event: Event) => void): Unsubscribe => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  emit(event: Event): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}

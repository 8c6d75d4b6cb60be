export interface ToastContent {
  text: string;
  tone?: 'success' | 'danger' | undefined;
  /** One thing that can be done about it: "Undo", "View". */
  action?: { label: string; run: () => void } | undefined;
}

export interface Toast extends ToastContent {
  id: number;
}

const readingTime = 5000;
const shownAtOnce = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();
const watchers = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}

/** Says in passing that something was done or failed. What needs an answer belongs into a dialog. */
export function showToast(content: ToastContent): void {
  lastId += 1;
  for (const old of toasts.slice(0, Math.max(0, toasts.length + 1 - shownAtOnce))) dismissToast(old.id);
  change([...toasts, { ...content, id: lastId }]);
  releaseToast(lastId);
}

export function dismissToast(id: number): void {
  keepToast(id);
  change(toasts.filter((toast) => toast.id !== id));
}

/** Stops the clock while somebody reads it. */
export function keepToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

export function releaseToast(id: number): void {
  keepToast(id);
  timers.set(
    id,
    setTimeout(() => dismissToast(id), readingTime),
  );
}

export function readToasts(): readonly Toast[] {
  return toasts;
}

export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

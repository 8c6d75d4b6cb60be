// What this browser remembers of the signed-in user: favourites, what was used last, whether the tour was seen. It is convenience, never
// content: losing it loses nothing that a page holds.
import { readCredentials } from './credentials.ts';

export type RememberedList = 'favourite-components' | 'recent-components' | 'recent-commands';
export type RememberedChoice = 'breakpoint-on-phone';

const watchers = new Set<() => void>();
const none: readonly string[] = [];
// A list is the same array until it changes, so that React can compare it.
const read = new Map<string, { text: string | null; list: readonly string[] }>();

function keyOf(name: string): string {
  const credentials = readCredentials();
  return `pagewright.${name}.${credentials.state === 'signed-in' || credentials.state === 'expired' ? credentials.user.id : ''}`;
}

/** The texts of a list, in order; empty where nothing is remembered. */
export function rememberedList(name: RememberedList): readonly string[] {
  const key = keyOf(name);
  const text = stored(key);
  const known = read.get(key);
  if (known?.text === text) return known.list;
  const list = parsed(text);
  read.set(key, { text, list });
  return list;
}

export function rememberList(name: RememberedList, list: readonly string[]): void {
  store(keyOf(name), JSON.stringify(list));
  for (const watcher of watchers) watcher();
}

/** Puts a text first in a list of the last used, which keeps the last `limit`. */
export function rememberUse(name: RememberedList, text: string, limit: number): void {
  rememberList(name, [text, ...rememberedList(name).filter((other) => other !== text)].slice(0, limit));
}

export function watchRemembered(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** One of several that was chosen last; null where nothing was. */
export function rememberedChoice(name: RememberedChoice): string | null {
  return stored(keyOf(name));
}

export function rememberChoice(name: RememberedChoice, choice: string): void {
  store(keyOf(name), choice);
}

/** Whether this user has seen something that is shown once. */
export function hasSeen(what: string): boolean {
  return stored(keyOf(`seen-${what}`)) !== null || stored(`pagewright.seen-${what}`) !== null;
}

export function markSeen(what: string): void {
  store(keyOf(`seen-${what}`), 'yes');
}

// A browser may refuse its storage; then nothing is remembered.
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Nothing of worth is lost.
  }
}

function parsed(text: string | null): readonly string[] {
  if (text === null) return none;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : none;
  } catch {
    return none;
  }
}

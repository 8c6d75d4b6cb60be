import { useState } from 'react';

import type { JsonValue } from '../../../engine/json.ts';

// The items of a list as they are written, each with the key by which it is known as long as it is in the list.
export interface KeyedItems {
  texts: readonly string[];
  keys: readonly number[];
}

let lastKey = 0;

// The keys of a list's items, which follow them wherever others move them. `keep` says which they are after a change of one's own.
export function useItemKeys(items: readonly JsonValue[]): { keys: readonly number[]; keep: (items: readonly JsonValue[], keys: readonly number[]) => void; newKey: () => number } {
  const [known, setKnown] = useState<KeyedItems>({ texts: [], keys: [] });
  const texts = items.map((item) => JSON.stringify(item));
  const isKnown = texts.length === known.texts.length && texts.every((text, index) => text === known.texts[index]);
  const current = isKnown ? known : { texts, keys: followedKeys(known, texts, newKey) };
  if (!isKnown) setKnown(current);
  return { keys: current.keys, keep: (next, keys) => setKnown({ texts: next.map((item) => JSON.stringify(item)), keys }), newKey };
}

function newKey(): number {
  lastKey += 1;
  return lastKey;
}

// The keys of the items after a change that is known by its outcome alone: those that are equal are the same; one that is not is the same
// where it stands between the same two, or at its place in a list that is as long as before. What may be another item gets a new key.
export function followedKeys(known: KeyedItems, texts: readonly string[], make: () => number): number[] {
  const keys: (number | undefined)[] = texts.map(() => undefined);
  const left = new Set(known.texts.keys());
  const take = (at: number, before: number) => {
    if (keys[at] !== undefined || !left.delete(before)) return;
    keys[at] = known.keys[before];
  };
  const takeWhere = (isSame: (at: number, before: number) => boolean) => {
    for (const at of texts.keys()) {
      if (keys[at] !== undefined) continue;
      for (const before of left) {
        if (!isSame(at, before)) continue;
        take(at, before);
        break;
      }
    }
  };
  const shorter = Math.min(texts.length, known.texts.length);
  let start = 0;
  for (; start < shorter && texts[start] === known.texts[start]; start += 1) take(start, start);
  for (let end = 1; end <= shorter - start && texts.at(-end) === known.texts.at(-end); end += 1) take(texts.length - end, known.texts.length - end);
  takeWhere((at, before) => texts[at] === known.texts[before]);
  const isBeside = (at: number, before: number, step: -1 | 1) => {
    const isEnd = at + step < 0 || at + step >= texts.length;
    const wasEnd = before + step < 0 || before + step >= known.texts.length;
    return isEnd || wasEnd ? isEnd === wasEnd : keys[at + step] !== undefined && keys[at + step] === known.keys[before + step];
  };
  takeWhere((at, before) => (isBeside(at, before, -1) && isBeside(at, before, 1)) || (at === before && texts.length === known.texts.length));
  return keys.map((key) => key ?? make());
}

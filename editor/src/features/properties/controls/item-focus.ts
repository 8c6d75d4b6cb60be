import { useLayoutEffect, useRef, type RefObject } from 'react';

type ItemButton = 'up' | 'down' | 'remove';

interface ItemFocus {
  list: RefObject<HTMLDivElement | null>;
  /** To a button of the item with this key (`data-item`, `data-does`); of none: to the one that adds items. */
  focusNext: (key: number | undefined, button: ItemButton) => void;
}

// The focus goes with an item that is moved, and to its neighbour from one that is removed.
export function useItemFocus(): ItemFocus {
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    list.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = null;
  });
  const focusNext = (key: number | undefined, button: ItemButton) => {
    next.current = key === undefined ? '[data-does="add"]' : `[data-item="${String(key)}"] [data-does="${button}"]`;
  };
  return { list, focusNext };
}

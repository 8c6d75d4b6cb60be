import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface Peek {
  // Which component is looked at, and beside which element.
  readonly shown: { component: string; element: Element } | null;
  readonly open: (component: string, element: Element) => void;
  readonly close: () => void;
  // What is shown has moved away from under the pointer; what is about to be shown waits until all is still.
  readonly scrolled: () => void;
}

const patience = 350; // before the first; from one to the next it goes at once
const memory = 300;

// What is being looked at: opens a moment after somebody stops on something, and follows from one thing to the next.
export function usePeek(): Peek {
  const [shown, setShown] = useState<Peek['shown']>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const next = useRef<Peek['shown']>(null); // once the timer is over
  const closedAt = useRef(-Infinity);

  const close = useCallback(() => {
    clearTimeout(timer.current);
    next.current = null;
    setShown((before) => {
      if (before) closedAt.current = performance.now();
      return null;
    });
  }, []);
  const wait = useCallback((what: Peek['shown']) => {
    clearTimeout(timer.current);
    next.current = what;
    timer.current = setTimeout(() => {
      next.current = null;
      setShown(what);
    }, patience);
  }, []);
  const open = useCallback(
    (component: string, element: Element) => {
      if (performance.now() - closedAt.current >= memory) return wait({ component, element });
      clearTimeout(timer.current);
      next.current = null;
      setShown({ component, element });
    },
    [wait],
  );
  const scrolled = useCallback(() => {
    if (next.current) wait(next.current);
    else close();
  }, [close, wait]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => ({ shown, open, close, scrolled }), [shown, open, close, scrolled]);
}

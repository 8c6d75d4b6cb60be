import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface Peek {
  // Which component is looked at, and beside which element.
  readonly shown: { component: string; element: Element } | null;
  readonly open: (component: string, element: Element) => void;
  readonly close: () => void;
}

const patience = 350; // before the first; from one to the next it goes at once
const memory = 300;

// What is being looked at: opens a moment after somebody stops on something, and follows from one thing to the next.
export function usePeek(): Peek {
  const [shown, setShown] = useState<Peek['shown']>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const closedAt = useRef(-Infinity);

  const close = useCallback(() => {
    clearTimeout(timer.current);
    setShown((before) => {
      if (before) closedAt.current = performance.now();
      return null;
    });
  }, []);
  const open = useCallback((component: string, element: Element) => {
    clearTimeout(timer.current);
    const show = () => setShown({ component, element });
    if (performance.now() - closedAt.current < memory) show();
    else timer.current = setTimeout(show, patience);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => ({ shown, open, close }), [shown, open, close]);
}

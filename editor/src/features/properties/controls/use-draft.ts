import { useState } from 'react';

export interface Draft {
  text: string;
  enter: () => void;
  change: (text: string) => void;
  leave: () => void;
}

interface Held {
  text: string;
  // What the value was when the field was left; null while somebody is in it.
  left: string | null;
}

// The text of a field while somebody is in it: it changes only by what they write, which stays also where it is not accepted, so that a
// selection is never pulled away from under them. What others write shows once they left. What was not accepted stays after that as
// well, until the value changes, by an undo or by somebody else, or the fault is gone, by a reset.
export function useDraft(value: string, isInvalid: boolean, commit: (text: string) => void): Draft {
  const [held, setHeld] = useState<Held | null>(null);
  const isOver = held !== null && held.left !== null && (!isInvalid || held.left !== value);
  if (isOver) setHeld(null);
  return {
    text: isOver || held === null ? value : held.text,
    enter: () => setHeld((before) => ({ text: before?.text ?? value, left: null })),
    change: (text) => {
      setHeld({ text, left: null });
      commit(text);
    },
    leave: () => setHeld((before) => before && { ...before, left: value }),
  };
}

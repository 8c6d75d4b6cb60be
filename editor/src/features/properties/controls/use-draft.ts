import { useState } from 'react';

export interface Draft {
  text: string;
  enter: () => void;
  change: (text: string) => void;
  leave: () => void;
}

// The text of a field while somebody is in it: it changes only by what they write, which stays also where it is not accepted, so that a
// selection is never pulled away from under them. What others write shows once they left.
export function useDraft(value: string, isInvalid: boolean, commit: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    text: draft ?? value,
    enter: () => setDraft((held) => held ?? value),
    change: (text) => {
      setDraft(text);
      commit(text);
    },
    leave: () => {
      if (!isInvalid) setDraft(null);
    },
  };
}

import { useState } from 'react';

export interface Draft {
  text: string;
  change: (text: string) => void;
  leave: () => void;
}

// The text of a field while somebody types: what they wrote stays, also where it is not accepted; what others write shows once they left.
export function useDraft(value: string, isInvalid: boolean, commit: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    text: draft ?? value,
    change: (text) => {
      setDraft(text);
      commit(text);
    },
    leave: () => {
      if (!isInvalid) setDraft(null);
    },
  };
}

import { useState } from 'react';

import { isSame, type JsonValue } from '../../engine/json.ts';

interface Refusal {
  message: string;
  stored: JsonValue | undefined;
}

// Why what was written last into a field was refused, and what sets it. It is gone once the stored value has become another, by an undo or by
// somebody else: it is about what stands there no longer.
export function useRefusal(stored: JsonValue | undefined): [string | null, (message: string | null) => void] {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isOver = refusal !== null && !isSame(refusal.stored, stored);
  if (isOver) setRefusal(null);
  return [isOver || refusal === null ? null : refusal.message, (message) => setRefusal(message === null ? null : { message, stored })];
}

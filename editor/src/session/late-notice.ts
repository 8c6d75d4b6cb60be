import type { Change } from '../engine/calls.ts';

import type { Notice } from './page-session-options.ts';

// What the author is told of changes that others have made impossible; null where there are none.
export function lateNotice(leftOut: NonNullable<Change['leftOut']>): Notice | null {
  const [first] = leftOut;
  if (!first) return null;
  const count = leftOut.length === 1 ? 'A change of yours' : `${leftOut.length} changes of yours`;
  return { kind: 'left-out', message: `${count} came too late. ${first.error.message}` };
}

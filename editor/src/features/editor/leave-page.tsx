import { useCallback } from 'react';

import type { PageSession } from '../../session/page-session.ts';
import { useObserved } from '../../session/react.ts';
import { LeaveQuestion, type Unsaved } from '../../ui/leave-question.tsx';

const unkept: Unsaved = { reason: 'Not all of your changes have reached the server, and this browser keeps nothing between visits.' };
const nothing = () => Promise.resolve();

// Asks before a page is left whose changes are nowhere but in this tab.
export function LeavePage({ session }: { session: PageSession }) {
  const hasUnkept = useObserved((open) => open.hasUnkeptChanges, false);
  const isUnsaved = useCallback(() => session.hasUnkeptChanges.get(), [session]);
  return <LeaveQuestion unsaved={hasUnkept ? unkept : null} isUnsaved={isUnsaved} save={nothing} />;
}

import type { EngineRefusal } from '../engine/engine.ts';

import type { PageSession } from './page-session.ts';

// Tells the author why something was not done.
export function tellRefusal(session: PageSession, refusal: EngineRefusal | null): void {
  if (refusal) session.notices.emit({ kind: 'refused', message: refusal.message });
}

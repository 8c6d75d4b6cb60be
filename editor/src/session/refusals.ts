import type { PageSession } from './page-session.ts';

// Tells the author why something was not done.
export function tellRefusal(session: PageSession, refusal: { message: string } | null): void {
  if (refusal) session.notices.emit({ kind: 'refused', message: refusal.message });
}

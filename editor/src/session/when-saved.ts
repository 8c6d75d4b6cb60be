import type { PageSession } from './page-session.ts';

const patience = 10_000;

const unsendable = 'You may not change this page any more, and changes of yours have not reached the server. Keep a copy of it or discard them first.';

// Resolves when the server has everything that was changed here. Throws when that takes too long, or can't be: what the server makes of the
// page (a version, a release) would lack the last changes.
export function whenSaved({ state }: PageSession): Promise<void> {
  const isSaved = () => state.get().saveState.kind === 'saved';
  if (isSaved()) return Promise.resolve();
  if (state.get().saveState.kind === 'view-only') return Promise.reject(new Error(unsendable));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe();
      reject(new Error('Your last changes have not reached the server yet. They are kept; try again when you are online.'));
    }, patience);
    const unsubscribe = state.subscribe(() => {
      if (!isSaved()) return;
      clearTimeout(timer);
      unsubscribe();
      resolve();
    });
  });
}

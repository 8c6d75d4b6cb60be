import type { PageSession } from './page-session.ts';

const patience = 10_000;

// Resolves when the server has everything that was changed here. Throws when that takes too long: what the server makes of the page
// (a version, a release) would lack the last changes.
export function whenSaved({ state }: PageSession): Promise<void> {
  const isSaved = () => state.get().saveState.kind === 'saved';
  if (isSaved()) return Promise.resolve();
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

import { backoffDelay } from './connection/backoff.ts';

// Attempts something until it succeeds, with growing pauses. Null where it was given up before.
export async function persistently<Result>(attempt: () => Promise<Result>, onFirstFailure: () => void, givenUp: AbortSignal): Promise<Result | null> {
  for (let failures = 0; !givenUp.aborted; failures += 1) {
    try {
      const result = await attempt();
      return givenUp.aborted ? null : result;
    } catch {
      if (failures === 0 && !givenUp.aborted) onFirstFailure();
      await pause(backoffDelay(failures, Math.random()), givenUp);
    }
  }
  return null;
}

function pause(milliseconds: number, givenUp: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (givenUp.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      givenUp.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    givenUp.addEventListener('abort', end);
  });
}

const first = 400;
const longest = 15_000;

// Milliseconds before the next attempt: doubling, up to 15 seconds, spread over half its length so that clients don't return together.
// `chance` is in [0, 1).
export function backoffDelay(attempts: number, chance: number): number {
  const delay = Math.min(longest, first * 2 ** Math.min(attempts, 10));
  return Math.round(delay / 2 + (delay / 2) * chance);
}

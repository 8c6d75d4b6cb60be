// One thing done in an editor: how long until it is painted, and what it costs.
import { setTimeout as sleep } from 'node:timers/promises';

import { median } from '../measuring/figures.mjs';
import { MainThread } from '../measuring/main-thread.mjs';
import { watchFor } from './in-page.mjs';
import { within } from './subjects/subject.mjs';

// Long enough for the answer of a server and for what editors put off: that belongs to the change.
export const settling = 500;
export const patience = 10_000;

// `act` until what is `expected` has been painted: how long that took, and how long main threads were busy until all had settled.
export async function measureAct(subject, what, { frame = subject.content, ...expected }, act) {
  await frame.evaluate(watchFor, expected);
  const all = async () => {
    await act();
    await sleep(settling);
    while ((await frame.evaluate('globalThis.benchSeen')) === null) {
      await sleep(100);
      if (subject.page.isClosed()) throw new Error('the page was closed');
    }
  };
  const work = await within(patience, what, MainThread.during(subject.threads, all));
  const seen = await frame.evaluate('globalThis.benchSeen');
  return { toPaint: seen - (await subject.inputAt()), work: work.reduce((sum, { task }) => sum + task, 0) };
}

// All that was measured: after the warm-ups as often as there is time for, up to `times`. What takes all of the time at once is measured once, cold.
export async function repeat({ warmUps, times, seconds }, measure) {
  const started = performance.now();
  const seen = [];
  while (seen.length < warmUps + times && (seen.length === 0 || performance.now() - started < 1000 * seconds)) seen.push(await measure(seen.length));
  return seen.length > warmUps ? seen.slice(warmUps) : seen;
}

export const medians = (seen) => Object.fromEntries(Object.keys(seen[0]).map((key) => [key, median(seen.map((each) => each[key]))]));

const leaseLength = 10_000;
const settleTime = 40;

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs `work` in one tab of this browser at a time. Browsers offer Web Locks only on https and localhost; on a plain
 * http address a lease in localStorage does it.
 */
export async function exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const { locks } = navigator as { locks?: LockManager | null };
  if (locks) return locks.request(name, work) as Promise<Result>;

  const owner = String(Math.random());
  for (;;) {
    const [, until] = (localStorage.getItem(name) ?? ' 0').split(' ');
    if (Number(until) < Date.now()) {
      localStorage.setItem(name, `${owner} ${Date.now() + leaseLength}`);
      // Of two that wrote at the same moment the later one has it.
      await wait(settleTime);
      if (localStorage.getItem(name)?.startsWith(`${owner} `) === true) break;
    }
    await wait(settleTime * (1 + Math.random()));
  }
  try {
    return await work();
  } finally {
    localStorage.removeItem(name);
  }
}

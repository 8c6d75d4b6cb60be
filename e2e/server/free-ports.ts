import { createServer } from 'node:net';

// Each worker looks in a range of its own, below those that systems give away by themselves: nobody takes a port between the answer and its use.
const portsPerWorker = 1_000;
let next = 20_000 + portsPerWorker * Number(process.env.TEST_PARALLEL_INDEX ?? 0);

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listens = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  await new Promise((closed) => server.close(closed));
  return listens;
}

async function freePort(): Promise<number> {
  while (!(await isFree(next))) next += 1;
  return next++;
}

/** Two different free TCP ports of this machine. */
export async function twoFreePorts(): Promise<[number, number]> {
  return [await freePort(), await freePort()];
}

// The server as it runs in production, and its peers from npm doing the same work in turns: start, memory, the API's requests with every commit on
// the disk, and a room of many.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PostgresCluster } from '../measuring/postgres.mjs';
import { contenders } from './contenders.mjs';
import { installPeers, versionsOf } from './peers/install.mjs';
import { textOf } from './report.mjs';
import { measureRequests } from './requests.mjs';
import { measureRooms } from './room/run.mjs';
import { measureStarts } from './starts.mjs';
import { targetsOf } from './targets.mjs';

const paces = {
  whole: { starts: 3, rounds: 2, seconds: 4, warmUp: 2 },
  quick: { starts: 1, rounds: 1, seconds: 1, warmUp: 1 },
};

// Requests a second, latencies and memory of all contenders, each of which stays for the whole time.
async function measureApi(root, pace) {
  const servers = {};
  const cluster = await PostgresCluster.start();
  try {
    for (const { key, create } of contenders) {
      servers[key] = await create(root, cluster);
      await servers[key].start();
    }
    const requests = await measureRequests(servers, pace);
    await sleep(1000);
    const memory = Object.fromEntries(Object.entries(servers).map(([key, server]) => [key, server.memory()]));
    return { requests, memory, stored: statSync(join(servers.pagewright.folder, 'pagewright.db')).size };
  } finally {
    for (const server of Object.values(servers)) await server.remove();
    await cluster.remove();
  }
}

export async function benchServer(root, { quick }) {
  const pace = quick ? paces.quick : paces.whole;
  await installPeers();
  console.log('  starts');
  const starts = await measureStarts(root, contenders, pace.starts);
  const figures = { pace, starts, ...(await measureApi(root, pace)), rooms: await measureRooms(root, pace) };
  return {
    title: 'Server',
    targets: targetsOf(figures),
    text: textOf(figures),
    versions: versionsOf('@nestjs/core', 'sequelize', 'sqlite3', 'pg', 'fastify', 'better-sqlite3', 'socket.io', 'ws'),
  };
}

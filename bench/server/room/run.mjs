// One room with many people in it: Pagewright's, which orders, stores and then delivers, and rooms that only pass on.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { makePage } from '../../engine/pages.mjs';
import { median, percentile } from '../../measuring/figures.mjs';
import { Pagewright } from '../../measuring/pagewright.mjs';
import { freePort, ServerProcess } from '../../measuring/server-process.mjs';
import { Crowd } from './crowd.mjs';
import { protocols } from './protocols.mjs';

export const people = 200;
// So many that none of them writes more than a server has to take from one.
export const writers = 40;
export const window = 4;
export const editsPerSecond = 200;

class RoomPeer extends ServerProcess {
  static async create(root, name) {
    return new RoomPeer({ name, port: await freePort(), folder: mkdtempSync(join(root, 'build/bench/data-')) });
  }

  get command() {
    return [process.execPath, join(import.meta.dirname, `../peers/rooms/${this.name}.mjs`)];
  }

  get environment() {
    return { NODE_ENV: 'production', PORT: this.port };
  }
}

const page = makePage(60);

// Nodes that have a title to write.
const writableNodes = [...JSON.stringify(page.components).matchAll(/"id":"(n\d+)","component":"(?:section|card)"/g)].map(([, id]) => id);

// `create` makes a server, `protocolOf` says how it is spoken to once it runs.
const contenders = {
  pagewright: {
    create: (root) => Pagewright.create(root),
    protocolOf: async (server) => {
      const { id: pageId } = await server.call('POST', '/pages', { name: 'Room', structure: { components: page.components } });
      return protocols.pagewright({ token: await server.token(), pageId });
    },
  },
  socketIo: { create: (root) => RoomPeer.create(root, 'socket-io'), protocolOf: protocols.socketIo },
  ws: { create: (root) => RoomPeer.create(root, 'ws'), protocolOf: protocols.ws },
};

async function measureRoom(root, { create, protocolOf }, seconds) {
  const server = await create(root);
  let crowd;
  try {
    await server.start();
    crowd = new Crowd(server.port, await protocolOf(server), writableNodes);
    await crowd.join(people);
    const worked = server.processorTime();
    const delivered = crowd.delivered;
    const rate = await crowd.flatOut({ writers, window, seconds });
    const processor = ((server.processorTime() - worked) / (crowd.delivered - delivered)) * 1e6;
    const latencies = await crowd.latencies({ writers, rate: editsPerSecond, seconds });
    return { rate, processor, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
  } finally {
    crowd?.leave();
    await server.remove();
  }
}

// Of every room: deliveries a second, the processor time of one in µs, p50 and p99 of latencies in milliseconds.
export async function measureRooms(root, { rounds, seconds }) {
  console.log('  rooms');
  const seen = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, contender] of Object.entries(contenders)) seen[name].push(await measureRoom(root, contender, seconds));
  const middle = (runs, figure) => median(runs.map((run) => run[figure]));
  return Object.fromEntries(
    Object.entries(seen).map(([name, runs]) => [name, Object.fromEntries(['rate', 'processor', 'p50', 'p99'].map((figure) => [figure, middle(runs, figure)]))]),
  );
}

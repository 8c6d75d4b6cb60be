// How long each server on SQLite takes to its first answer, and the memory that it then has.
import { setTimeout as sleep } from 'node:timers/promises';

import { median } from '../measuring/figures.mjs';

export async function measureStarts(root, contenders, times) {
  const starts = {};
  for (const { key, create, storage } of contenders) {
    if (storage !== 'SQLite') continue;
    const first = [];
    const again = [];
    const idle = [];
    for (let i = 0; i < times; i++) {
      const server = await create(root);
      try {
        first.push(await server.start());
        await server.stop();
        again.push(await server.start());
        await sleep(1000);
        idle.push(server.memory());
      } finally {
        await server.remove();
      }
    }
    starts[key] = { first: median(first), again: median(again), idle: median(idle) };
  }
  return starts;
}

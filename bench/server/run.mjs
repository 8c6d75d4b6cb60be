// The server as it runs in production: start, memory, and the API's requests, with every commit on the disk.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { makePage } from '../engine/pages.mjs';
import { kibibytes, median, mebibytes, milliseconds, perSecond, table, target } from '../measuring/figures.mjs';
import { Pagewright } from '../measuring/pagewright.mjs';
import { wrk } from '../measuring/wrk.mjs';

const starts = 5;
const connections = 64;
const seconds = 5;
const nodes = 60;
// Measured elsewhere: a NestJS + Sequelize server on SQLite, updating a page with a version.
const quotedUpdates = 140;

async function measureStarts(root) {
  const first = [];
  const again = [];
  for (let i = 0; i < starts; i++) {
    const pagewright = await Pagewright.create(root);
    try {
      first.push(await pagewright.start());
      await pagewright.stop();
      again.push(await pagewright.start());
    } finally {
      await pagewright.remove();
    }
  }
  return { first: median(first), again: median(again) };
}

// A page of 60 nodes, whose first title changes from update to update.
function pageBody() {
  const { components } = makePage(nodes);
  components[0].props.title = 'Title @';
  return JSON.stringify({ structure: { components } });
}

async function createPages(pagewright, count) {
  const body = JSON.parse(pageBody().replace('@', '0'));
  const pages = [];
  for (let i = 0; i < count; i++) pages.push((await pagewright.call('POST', '/pages', { name: `Bench ${i}`, ...body })).id);
  return pages;
}

async function measureRequests(pagewright, root) {
  const pages = await createPages(pagewright, connections);
  const { items: environments } = await pagewright.call('GET', '/environments');
  const bodyFile = join(pagewright.folder, 'body.json');
  writeFileSync(bodyFile, pageBody());
  const options = { connections, seconds, headers: { Authorization: `Bearer ${await pagewright.token()}` } };
  const script = (name, chosen) => ({
    ...options,
    script: join(root, `bench/server/${name}.lua`),
    environment: {
      BENCH_PAGES: chosen.join(' '),
      BENCH_BODY: bodyFile,
      BENCH_ENVIRONMENT: environments.find((each) => each.kind === 'production').id,
    },
  });
  const api = `${pagewright.url}/api/v1`;
  const versions = async () => (await pagewright.call('GET', `/pages/${pages[0]}`)).latestVersionNumber;

  const rows = [];
  const measure = async (name, url, chosen) => rows.push({ name, ...(await wrk(url, chosen)) });
  await measure(`GET a page of ${nodes} nodes`, `${api}/pages/${pages[0]}`, options);
  await measure('GET the list of pages (20 of 67)', `${api}/pages`, options);
  await measure(`PUT with a version, ${pages.length} pages in turn`, pagewright.url, script('update', pages));
  const before = await versions();
  await measure('PUT with a version, the same page by all', pagewright.url, script('update', pages.slice(0, 1)));
  const made = (await versions()) - before;
  if (made < rows.at(-1).rate * seconds * 0.9) throw new Error(`only ${made} versions were made by the updates`);
  await measure('POST publish to production', pagewright.url, script('publish', pages));
  return rows;
}

export async function benchServer(root) {
  const startTimes = await measureStarts(root);
  const pagewright = await Pagewright.create(root);
  try {
    await pagewright.start();
    await sleep(1000);
    const idle = pagewright.memory();
    const rows = await measureRequests(pagewright, root);
    await sleep(1000);
    return report({ startTimes, idle, rows, afterwards: pagewright.memory(), stored: statSync(join(pagewright.folder, 'pagewright.db')).size });
  } finally {
    await pagewright.remove();
  }
}

function report({ startTimes, idle, rows, afterwards, stored }) {
  const update = rows.find((row) => row.name.startsWith('PUT')).rate;
  return {
    targets: [
      target('Start to first answer, existing data', '≤ 0.3 s', milliseconds(startTimes.again), startTimes.again <= 300),
      target('Start to first answer, new data directory', '≤ 0.3 s', milliseconds(startTimes.first), startTimes.first <= 300),
      target('Memory, idle', '< 60 MB', mebibytes(idle), idle < 60e6),
      target('Update with version', `≥ 20 × ${quotedUpdates}/s`, `${perSecond(update)} = ${(update / quotedUpdates).toFixed(1)} × ${quotedUpdates}`, update >= 20 * quotedUpdates),
    ],
    text: [
      '## Server: the API',
      `\`pagewright serve\` with SQLite in WAL mode and \`synchronous=FULL\`: every answered change is on the disk. ${connections} connections for ${seconds} s each; the pages`
        + ` have ${nodes} nodes (${kibibytes(Buffer.byteLength(pageBody()))} of JSON a PUT), all requests are authenticated and every PUT stores a new version.`,
      table(['Request', 'Requests', 'p50', 'p99'], rows.map((row) => [row.name, perSecond(row.rate), milliseconds(row.p50), milliseconds(row.p99)])),
      table(
        ['', ''],
        [
          [`Start to the first 200 on /healthz, existing data, median of ${starts}`, milliseconds(startTimes.again)],
          [`The same with a new data directory: schema, administrator, sample organisation`, milliseconds(startTimes.first)],
          ['Resident memory, idle, one second after the start', mebibytes(idle)],
          ['Resident memory after all of the above', mebibytes(afterwards)],
          ['Database file after all of the above', mebibytes(stored)],
        ],
      ),
      `The ${quotedUpdates} updates a second of a NestJS + Sequelize server on SQLite are quoted, measured earlier on such a machine; that server is not part of this run.`,
    ].join('\n\n'),
  };
}

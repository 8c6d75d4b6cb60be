// A large installation: 10,000 pages with 100,000 versions. Whether lists, search, opening and publishing stay fast, how many statements each takes and how
// SQLite finds their rows, and how long the thinning out of old Auto-saves takes while people go on.
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import { makePage, pageTitled } from '../engine/pages.mjs';
import { median, percentile } from '../measuring/figures.mjs';
import { Pagewright } from '../measuring/pagewright.mjs';
import { Requests } from './requests.mjs';
import { Plans, statementsSince } from './statements.mjs';

export const sizes = { whole: { pages: 10_000, versions: 100_000 }, quick: { pages: 200, versions: 2_000 } };

const content = makePage(12);
const subjects = ['Clinic', 'Garden', 'School', 'River', 'Library', 'Harvest', 'Winter', 'Bridge'];

class LoggedPagewright extends Pagewright {
  // On the ports and in the directory of `server`, which must not run meanwhile.
  static inPlaceOf(server) {
    return Object.assign(new LoggedPagewright(server), server);
  }

  get command() {
    return [...super.command.slice(0, -2), '--log', 'all', '--log-queries', '--slow-query-ms', '0'];
  }

  async start() {
    this.logFile = join(this.folder, 'server.log');
    this.errorOutput = openSync(this.logFile, 'a');
    return super.start();
  }
}

async function fill(requests, { pages, versions }) {
  const perPage = versions / pages;
  const ids = [];
  const started = performance.now();
  await requests.all(pages, async (i) => {
    const body = (k) => ({ structure: pageTitled(content, `${subjects[i % subjects.length]} ${i}, as of change ${k}`) });
    const { answer } = await requests.send('POST', '/pages', { name: `${subjects[i % subjects.length]} page ${i}`, description: `About ${i}`, ...body(0) });
    ids[i] = answer.id;
    for (let k = 1; k < perPage; k++) await requests.send('PUT', `/pages/${answer.id}`, body(k));
    if (i % 1000 === 999) console.log(`    ${i + 1} pages with their versions`);
  });
  return { ids, seconds: (performance.now() - started) / 1000 };
}

// What people look at: each several times, on different pages where it is about one.
function looks(ids, environmentId) {
  const somewhere = (k) => ids[(k * 7919) % ids.length];
  const list = (name, query) => ({ name, method: 'GET', path: () => `/pages${query}` });
  return [
    list('Pages, the newest changes first', ''),
    list('… in the middle, by offset', `?offset=${ids.length / 2}`),
    list('… by name', '?sort=name'),
    list('… by creation, oldest first', '?sort=createdAt'),
    list('… drafts', '?status=draft'),
    list('… one’s own', '?owner=me'),
    list('… changed today', `?updatedSince=${new Date().toISOString().slice(0, 10)}`),
    list('… searched, many hits', '?search=garden'),
    list('… searched, one hit', `?search=page ${ids.length - 3}`.replace(' ', '%20')),
    list('Trash', '?trash=true'),
    { name: 'Search over everything', method: 'GET', path: () => '/search?q=harvest' },
    { name: 'Open a page that nobody has open', method: 'GET', path: (k) => `/pages/${somewhere(k)}` },
    { name: 'Versions of a page', method: 'GET', path: (k) => `/pages/${somewhere(k)}/versions` },
    { name: 'An old version', method: 'GET', path: (k) => `/pages/${somewhere(k)}/versions/3` },
    { name: 'Difference of two versions', method: 'GET', path: (k) => `/pages/${somewhere(k)}/versions/2/diff/9` },
    { name: 'Branches of a page', method: 'GET', path: (k) => `/pages/${somewhere(k)}/branches` },
    { name: 'Who changed a node last', method: 'GET', path: (k) => `/pages/${somewhere(k)}/nodes/n2/blame` },
    { name: 'Uses of a component, the first time', method: 'GET', path: () => '/components/card/usage', times: 1 },
    { name: 'Uses of a component', method: 'GET', path: () => '/components/card/usage' },
    { name: 'Audit log', method: 'GET', path: () => '/audit-log' },
    { name: 'Audit log of a page', method: 'GET', path: (k) => `/audit-log?subject=${somewhere(k)}` },
    { name: 'Save a change', method: 'PUT', path: (k) => `/pages/${somewhere(k + 40)}`, body: (k) => ({ description: `Changed ${k}` }) },
    { name: 'Publish', method: 'POST', path: (k) => `/pages/${somewhere(k)}/publish`, body: () => ({ environmentId }) },
    { name: 'Environments with what they show', method: 'GET', path: () => '/environments' },
    { name: 'Releases', method: 'GET', path: () => '/releases' },
  ];
}

async function look(server, requests, { name, method, path, body, times = 15 }) {
  const spans = [];
  const from = statementsSince(server.logFile, 0).end;
  for (let k = 0; k < times; k++) spans.push((await requests.send(method, path(k), body?.(k))).milliseconds);
  await sleep(150); // the log is written beside
  const { statements } = statementsSince(server.logFile, from);
  return { name, path: path(0), times, median: median(spans), worst: Math.max(...spans), statements };
}

// Whatever the server does by itself is not the request's: what a statement does more than once a request in the median, or once, counts.
function summarise({ statements, times, ...rest }, plans) {
  const texts = new Map();
  for (const { sql, milliseconds } of statements) {
    const known = texts.get(sql) ?? { runs: 0, milliseconds: 0 };
    texts.set(sql, { runs: known.runs + 1, milliseconds: Math.max(known.milliseconds, milliseconds) });
  }
  const own = [...texts].filter(([, { runs }]) => runs >= times);
  return {
    ...rest,
    statements: own.reduce((sum, [, { runs }]) => sum + Math.round(runs / times), 0),
    slowest: Math.max(0, ...own.map(([, { milliseconds }]) => milliseconds)),
    costly: own.flatMap(([sql, { milliseconds }]) => plans.costlySteps(sql).map((step) => ({ step, sql, milliseconds }))),
  };
}

// All Auto-saves are forty days old by now.
function age(file) {
  const database = new DatabaseSync(file);
  database.exec(`UPDATE page_versions SET created_at = created_at - ${40 * 24 * 3600 * 1000} WHERE is_published = 0`);
  database.exec('DELETE FROM jobs');
  const { n } = database.prepare('SELECT COUNT(*) AS n FROM page_versions').get();
  database.close();
  return n;
}

async function measureRetention(server, token, ids) {
  const file = join(server.folder, 'pagewright.db');
  const before = age(file);
  const started = await server.start();
  const requests = new Requests(server, token);
  const spans = [];
  const from = performance.now();
  const database = new DatabaseSync(file, { readOnly: true });
  // The job is the installation's: no organisation is told of it.
  const done = database.prepare("SELECT COUNT(*) AS n FROM jobs WHERE kind = 'retention.apply' AND state = 'done'");
  let isDone = false;
  while (!isDone && performance.now() - from < 600_000) {
    spans.push((await requests.send('GET', `/pages/${ids[spans.length % ids.length]}`)).milliseconds);
    spans.push((await requests.send('PUT', `/pages/${ids[spans.length % 50]}`, { description: `Meanwhile ${spans.length}` })).milliseconds);
    isDone = done.get().n > 0;
    await sleep(20);
  }
  requests.close();
  const seconds = (performance.now() - from) / 1000;
  await server.stop();
  const { n: after } = database.prepare('SELECT COUNT(*) AS n FROM page_versions').get();
  database.close();
  const sorted = spans.toSorted((a, b) => a - b);
  return { start: started, before, after, seconds, isDone, p50: median(spans), p99: percentile(sorted, 0.99), worst: sorted.at(-1) };
}

export async function measureArchive(root, { quick }) {
  const size = quick ? sizes.quick : sizes.whole;
  // The same one twice: nothing is logged of what is not looked at.
  const filling = await Pagewright.create(root);
  const server = LoggedPagewright.inPlaceOf(filling);
  try {
    await filling.start();
    const token = await filling.token();
    const filler = new Requests(filling, token);
    const { ids, seconds } = await fill(filler, size);
    filler.close();
    await filling.stop();

    const start = await server.start();
    const environmentId = await server.environmentId();
    const requests = new Requests(server, await server.token());
    const plans = new Plans(join(server.folder, 'pagewright.db'));
    const seen = [];
    for (const each of looks(ids, environmentId)) seen.push(summarise(await look(server, requests, each), plans));
    plans.close();
    const memory = server.memory();
    requests.close();
    await server.stop();
    const retention = await measureRetention(filling, token, ids);
    return { size, filled: seconds, start, memory, looks: seen, retention };
  } finally {
    await server.stop();
    await filling.remove();
  }
}

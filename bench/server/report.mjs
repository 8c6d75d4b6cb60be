// The server's part of bench/RESULTS.md.
import { kibibytes, mebibytes, microseconds, milliseconds, perSecond, table, times } from '../measuring/figures.mjs';
import { contenders } from './contenders.mjs';
import { connections, nodes, updateBody } from './requests.mjs';
import { roomTextOf } from './room/report.mjs';

const titles = {
  get: `GET a page of ${nodes} nodes`,
  list: 'GET the list of pages, the first 20',
  update: `PUT with a version, ${connections} pages in turn`,
  updateOne: 'PUT with a version, the same page by all',
  publish: 'POST publish to production',
  create: 'POST a new page, version 1',
};

// What is compared with Pagewright on `storage`, and the key of Pagewright there.
const onStorage = (storage) => contenders.filter((contender) => contender.storage === storage);

function requestTable(requests, storage) {
  const [own, ...peers] = onStorage(storage);
  return table(
    ['Request', ...onStorage(storage).map(({ title }) => title), ...peers.map(({ title }) => `Pagewright ÷ ${title}`)],
    Object.entries(requests).map(([kind, seen]) => [
      titles[kind],
      ...onStorage(storage).map(({ key }) => perSecond(seen[key].rate)),
      ...peers.map(({ key }) => times(seen[own.key].rate / seen[key].rate)),
    ]),
  );
}

function latencyTable(requests) {
  const cell = ({ p50, p99 }) => `${milliseconds(p50)} / ${milliseconds(p99)}`;
  return table(
    ['p50 / p99', ...contenders.map(({ title, storage }) => `${title}, ${storage}`)],
    Object.entries(requests).map(([kind, seen]) => [titles[kind], ...contenders.map(({ key }) => cell(seen[key]))]),
  );
}

function processorTable(requests) {
  return table(
    ['Processor time of a request', ...contenders.map(({ title, storage }) => `${title}, ${storage}`)],
    Object.entries(requests).map(([kind, seen]) => [titles[kind], ...contenders.map(({ key }) => microseconds(seen[key].processor))]),
  );
}

function startTable({ starts, memory, pace }) {
  const row = (name, value) => [name, ...contenders.map(({ key }) => value(key))];
  const started = (figure, write) => (key) => (starts[key] ? write(starts[key][figure]) : '');
  return table(
    ['', ...contenders.map(({ title, storage }) => `${title}, ${storage}`)],
    [
      row(`Start to the first 200 on /healthz, existing data, median of ${pace.starts}`, started('again', milliseconds)),
      row('The same with a new data directory: schema, and of Pagewright administrator and sample organisation', started('first', milliseconds)),
      row('Resident memory, idle, one second after the start', started('idle', mebibytes)),
      row('Resident memory after all of the requests', (key) => mebibytes(memory[key])),
    ],
  );
}

const peersAreFair = [
  '**How the peers compare.** Both are one process, as their documentation starts them, with `NODE_ENV=production` and no request log (`bench/server/peers`). NestJS 11 has Express,',
  'class-validator and Sequelize 6 (with sqlite3, and pg with 20 connections); Fastify 5 has Ajv and better-sqlite3 with prepared statements. All verify a JWT with every request, check the role,',
  'keep to the caller’s organisation, and store the page and a version of it in one transaction that waits for the disk: SQLite in WAL mode with `synchronous=FULL`, PostgreSQL 15 as Debian sets it, one for all.',
].join(' ');

const differences = [
  'In the peers’ favour:',
  '- They do less: components, props and styles are not checked (that `structure` has an array of components is), there is no log of operations, no audit log, no events, nothing to merge, no search text.',
  '- Fastify keeps documents as text and answers them unread, and remembers tokens that it has verified, as Pagewright does; NestJS’s transactions on SQLite queue up in the process, since Sequelize’s own way, a connection for'
    + ' each, has them wait for one another in the threads that the first needs.',
  '- Publishing renders the same components by React 19 (the faster of two, see Engine) without styles, and stores the page as it is. Pagewright adds the styles and compresses with gzip and Brotli.',
  '',
  'In Pagewright’s favour:',
  '- It uses all processors. A Node.js server needs a process for each, with its memory for each; what work costs, whoever does it, is in the table of processor time.',
  '- The open pages stay in memory, so that a GET asks no database. Versions are stored compressed.',
].join('\n');

export function textOf(figures) {
  const { requests, pace, stored } = figures;
  return [
    '### The API',
    `${connections} connections of wrk, ${pace.rounds} × ${pace.seconds} s for each request and server, in turns; the pages have ${nodes} nodes (${kibibytes(Buffer.byteLength(updateBody))} of JSON a PUT). Every answered`
      + ' change is on the disk. That the versions are there is counted after each run.',
    'Requests a second on SQLite:',
    requestTable(requests, 'SQLite'),
    'Requests a second on PostgreSQL:',
    requestTable(requests, 'PostgreSQL'),
    latencyTable(requests),
    'Of the server’s own process, without PostgreSQL’s:',
    processorTable(requests),
    startTable(figures),
    `Pagewright’s SQLite file has ${mebibytes(stored)} after that.`,
    peersAreFair,
    differences,
    ...roomTextOf(figures),
  ].join('\n\n');
}

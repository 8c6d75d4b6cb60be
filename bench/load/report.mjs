// What bench/RESULTS.md says of the load tests.
import { count, mebibytes, milliseconds, table, target } from '../measuring/figures.mjs';
import { changesPerSecond, people, typing } from './editors.mjs';

const cell = (text) => text.replaceAll('|', '\\|');

// A target is kept to only by what was measured: where nothing was logged or sampled, it is not reached.
export function editorsTargets({ acknowledged, delivered, sent, lost, deaf, orders, differing, pending }) {
  const right = sent > 0 && lost + deaf + differing + pending === 0 && orders === 1;
  return [
    target(`${people} editors of a page, ${typing} type: nothing lost, all replicas equal`, 'yes', right ? 'yes' : `sent ${sent}, lost ${lost}, deaf ${deaf}, differing ${differing}, pending ${pending}, orders ${orders}`, right),
    target('… a change to its acknowledgement, p99', '≤ 100 ms', milliseconds(acknowledged.p99), acknowledged.p99 <= 100),
    target('… a change to everybody else, p99', '≤ 100 ms', milliseconds(delivered.p99), delivered.p99 <= 100),
  ];
}

export function archiveTargets({ looks, retention, size }) {
  const slowest = looks.toSorted((a, b) => b.median - a.median)[0];
  const most = Math.max(...looks.filter(({ name }) => !name.includes('first time')).map(({ statements }) => statements));
  return [
    target(`${count(size.pages)} pages, ${count(size.versions)} versions: the slowest of what people ask for, median`, '≤ 50 ms', `${milliseconds(slowest.median)} (${slowest.name})`, slowest.median <= 50),
    target('… most statements for one request', '≤ 30', String(most), most > 0 && most <= 30),
    target('… requests while old Auto-saves are thinned out, p99', '≤ 200 ms', milliseconds(retention.p99), retention.p99 <= 200 && retention.isDone),
  ];
}

export function soakTargets({ slope, minutes }) {
  const perHour = (slope * 60) / 2 ** 20;
  return [target(`${minutes} minutes of everything: growth of memory after the first third`, '≤ 32 MiB an hour', `${perHour.toFixed(1)} MiB an hour`, perHour <= 32)];
}

export function editorsText(found, title) {
  return [
    `### ${title}`,
    `${people} editors have one page open, ${typing} of them write ${changesPerSecond} changes a second each: mostly into texts that several write at once, the rest adds, moves and removes cards and takes steps back. Who writes has the`
      + ' editor’s engine (WebAssembly) beside, as the editor does. Afterwards the page of each is compared with the server’s; who only listens must have heard the same in the same order, and one of them is played through. All clients are one'
      + ' thread of Node.js, which reads every message as JSON: much of the latency is its own.',
    table(
      ['', 'p50', 'p99'],
      [
        [`A change to its author’s acknowledgement (${count(found.changes)})`, milliseconds(found.acknowledged.p50), milliseconds(found.acknowledged.p99)],
        [`A change to everybody else (${count(found.deliveries)})`, milliseconds(found.delivered.p50), milliseconds(found.delivered.p99)],
      ],
    ),
    `${count(found.sent)} changes were sent, ${found.refused} refused, ${found.lost} lost; ${found.deaf} editors missed something, ${found.differing} pages differ at the end. The server used ${found.processor.toFixed(2)} processors and ${mebibytes(found.memory)}.`,
  ];
}

export function archiveText({ size, filled, start, memory, looks, retention }) {
  const costly = new Map(looks.flatMap(({ name, costly: steps }) => steps.map(({ step, sql, milliseconds: took }) => [`${step} in ${sql}`, { name, step, sql, took }])));
  return [
    '### A large installation',
    `${count(size.pages)} pages with ${count(size.versions)} versions in SQLite, made by the API in ${filled.toFixed(0)} s (${count((size.versions / filled))} requests a second, each with a version). The server starts on them in ${milliseconds(start)}; after`
      + ` the requests below it has ${mebibytes(memory)}. Statements: those that every such request runs, by the server’s own log; the slowest of them is the worst of all runs.`,
    table(
      ['Request', 'Median', 'Worst', 'Statements', 'Slowest statement'],
      looks.map((each) => [cell(each.name), milliseconds(each.median), milliseconds(each.worst), String(each.statements), milliseconds(each.slowest)]),
    ),
    costly.size === 0
      ? 'No statement reads a table from its beginning to its end, and none sorts what it found.'
      : `Steps of SQLite’s plans that read a whole table or index, or sort what was found:\n\n${table(['Request', 'Step', 'Worst', 'Statement'], [...costly.values()].map(({ name, step, sql, took }) => [cell(name), cell(step), milliseconds(took), `\`${cell(sql.slice(0, 160))}\``]))}`,
    `**Thinning out.** All Auto-saves made forty days old, the server started anew: of ${count(retention.before)} versions ${count(retention.after)} were left after ${retention.seconds.toFixed(1)} s${retention.isDone ? '' : ' (it had not ended)'}. Meanwhile requests`
      + ` that open and save pages took ${milliseconds(retention.p50)} (p50), ${milliseconds(retention.p99)} (p99), ${milliseconds(retention.worst)} at most.`,
  ];
}

export function soakText({ minutes, atStart, atEnd, most, slope, samples, typed, joined, requests }) {
  const every = Math.max(1, Math.floor(samples.length / 10));
  const shown = samples.filter((_, i) => i % every === 0);
  return [
    `### ${minutes} minutes of everything`,
    `30 people in ten pages type five times a second, leave after half a minute and are followed by others; a program lists, searches, opens, saves and publishes 40 pages. ${count(typed)} changes, ${count(joined)} people came, ${count(requests)} requests; every change was acknowledged.`
      + ` Resident memory was ${mebibytes(atStart)} at the start, ${mebibytes(atEnd)} at the end, ${mebibytes(most)} at most; after the first third it changes by ${((slope * 60) / 2 ** 20).toFixed(1)} MiB an hour.`,
    table(['Minute', ...shown.map(({ minute }) => minute.toFixed(1))], [['Resident', ...shown.map(({ memory }) => mebibytes(memory))]]),
  ];
}

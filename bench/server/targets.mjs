// What the server is to reach.
import { mebibytes, milliseconds, target, times } from '../measuring/figures.mjs';

const atLeast = (name, limit, ratio) => target(name, `≥ ${limit}×`, times(ratio), ratio >= limit);

const startsIn = (name, limit, value) => target(name, `≤ ${limit / 1000} s`, milliseconds(value), value <= limit);

export function targetsOf({ starts, requests, memory, rooms }) {
  const { get, list, update } = requests;
  const ratio = (kind, own, peer) => kind[own].rate / kind[peer].rate;
  const slowestRead = Math.max(...[get, list].flatMap((kind) => [kind.pagewright.p99, kind.pagewrightPostgres.p99]));
  return [
    startsIn('Start to first answer, existing data', 300, starts.pagewright.again),
    startsIn('Start to first answer, new data directory', 300, starts.pagewright.first),
    target('Memory, idle', '< 60 MB', mebibytes(starts.pagewright.idle), starts.pagewright.idle < 60e6),
    atLeast('Get, SQLite: Pagewright ÷ NestJS', 15, ratio(get, 'pagewright', 'nest')),
    atLeast('Get, SQLite: Pagewright ÷ Fastify', 2.5, ratio(get, 'pagewright', 'fastify')),
    atLeast('Update with version, SQLite: Pagewright ÷ NestJS', 20, ratio(update, 'pagewright', 'nest')),
    atLeast('Update with version, SQLite: Pagewright ÷ Fastify', 3, ratio(update, 'pagewright', 'fastify')),
    atLeast('Update with version, PostgreSQL: Pagewright ÷ NestJS', 5, ratio(update, 'pagewrightPostgres', 'nestPostgres')),
    target('p99 of reads, both databases', '< 10 ms', milliseconds(slowestRead), slowestRead < 10),
    atLeast('Memory after the requests, SQLite: NestJS ÷ Pagewright', 10, memory.nest / memory.pagewright),
    atLeast('Room of 200, deliveries: Pagewright ÷ Socket.IO', 3, rooms.pagewright.rate / rooms.socketIo.rate),
    target('Room of 200, p99 at 200 edits a second', '≤ 10 ms', milliseconds(rooms.pagewright.p99), rooms.pagewright.p99 <= 10),
  ];
}

// What bench/RESULTS.md says of the rooms.
import { microseconds, milliseconds, perSecond, table, times } from '../../measuring/figures.mjs';
import { editsPerSecond, people, window, writers } from './run.mjs';

const titles = { pagewright: 'Pagewright', socketIo: 'Socket.IO 4', ws: 'Bare `ws`' };

export function roomTextOf({ rooms, pace }) {
  return [
    '### One room with many people',
    `${people} connections in one room, of which ${writers} write; an edit sets a title, and reaches the ${people - 1} others as the same text with every server. Flat out, each writer always has ${window} edits on their way,`
      + ` the next going when one is acknowledged; then all together write ${editsPerSecond} edits a second, and the latency is from writing to every single arrival. ${pace.rounds} × ${pace.seconds} s each, in turns. That every edit arrived`
      + ' everywhere is checked. All clients are one thread of Node.js that only counts frames; it has its part in the latencies, and takes a processor from the server.',
    table(
      ['Room', 'Delivered flat out', 'Pagewright ÷ this', 'Processor time of a delivery', `p50 at ${editsPerSecond} edits/s`, `p99 at ${editsPerSecond} edits/s`],
      Object.entries(rooms).map(([name, { rate, processor, p50, p99 }]) => [
        titles[name], perSecond(rate), times(rooms.pagewright.rate / rate), microseconds(processor), milliseconds(p50), milliseconds(p99),
      ]),
    ),
    'Pagewright checks every edit against the page, puts it in order and has it on the disk before anybody hears of it. Socket.IO and `ws` (one process each, no compression, `bench/server/peers/rooms`)'
      + ' pass on what they are sent: no order, no store, nobody asks who it is. Socket.IO reads the JSON and packs it once for all; the bare `ws` doesn’t look at it.',
  ];
}

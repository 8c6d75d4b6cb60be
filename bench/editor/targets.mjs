// What the editor is to reach, at the sizes that were measured.
import { milliseconds, target, times } from '../measuring/figures.mjs';
import { acts, selecting, total } from './report.mjs';

const kilobytes = (value) => `${(value / 1000).toFixed(0)} kB`;
const megabytes = (value) => `${(value / 1e6).toFixed(1)} MB`;
const openLimits = { 1000: 300, 10000: 800 };
const peersOf = ({ subjects }, seen) => Object.keys(subjects).filter((key) => key !== 'pagewright' && key !== 'bare' && seen[key]);

// The cells that have a figure of Pagewright and one of a peer: where it is the best, less is better or, of frames, more.
const cells = [
  { name: 'open', of: (seen) => seen.open },
  { name: 'memory', of: (seen) => seen.memory && total(seen.memory) },
  { name: 'scripts', of: (seen) => seen.scripts },
  ...[...acts, selecting].flatMap(({ name, of }) => ['toPaint', 'work'].map((figure) => ({ name: `${name}: ${figure === 'work' ? 'work' : 'painted'}`, of: (seen) => of(seen)?.[figure] }))),
  { name: 'frames', of: (seen) => seen.drag && 1 / seen.drag.rate },
  { name: 'work of a move', of: (seen) => seen.drag?.work },
  { name: 'drop settled', of: (seen) => seen.drag?.settled },
];

function ahead(figures) {
  const behind = [];
  let compared = 0;
  for (const { size, seen } of figures.rows) {
    for (const { name, of } of cells) {
      const own = of(seen.pagewright);
      const others = peersOf(figures, seen).flatMap((key) => of(seen[key]) ?? []);
      if (others.length === 0) continue;
      compared++;
      if (own === undefined || own === null || own > Math.min(...others)) behind.push(`${name} at ${size.toLocaleString('en')}`);
    }
  }
  const value = `${compared - behind.length} of ${compared}${behind.length > 0 ? `, not: ${behind.join(', ')}` : ''}`;
  return target('Ahead of the best peer, cells', 'all', value, compared > 0 && behind.length === 0);
}

// A figure that is not there has not reached anything.
const atMost = (name, limit, value, write) => target(name, `≤ ${write(limit)}`, value === undefined ? '–' : write(value), value <= limit);

export function targetsOf(figures) {
  const { rows } = figures;
  const nodes = (size) => `${size.toLocaleString('en')} nodes`;
  const large = rows.find(({ size }) => size === 10_000)?.seen.pagewright;
  const ratios = rows.flatMap(({ size, seen }) =>
    acts.map(({ name, of }) => {
      const [own, bare] = [of(seen.pagewright), of(seen.bare)];
      return atMost(`${nodes(size)}, ${name.toLowerCase()}: work ÷ bare page`, 1.3, own && bare ? own.work / bare.work : undefined, times);
    }),
  );
  return [
    ahead(figures),
    ...rows.filter(({ size }) => size in openLimits).map(({ size, seen }) => atMost(`${nodes(size)}: open to editable`, openLimits[size], seen.pagewright.open, milliseconds)),
    ...ratios,
    ...(large
      ? [
          target('10,000 nodes: frames a second while dragging', '60', large.drag ? large.drag.rate.toFixed(1) : '–', large.drag?.rate >= 59),
          atMost('10,000 nodes: drop settled', 50, large.drag?.settled, milliseconds),
          atMost('10,000 nodes: memory, all', 80e6, large.memory && total(large.memory), megabytes),
          atMost('10,000 nodes: memory without the document’s objects, which the bare page has too', 80e6, large.memory && large.memory.script + large.memory.buffers, megabytes),
        ]
      : []),
    atMost('JavaScript and WebAssembly to the first edit, gzip', 350e3, rows[0].seen.pagewright.scripts, kilobytes),
  ];
}

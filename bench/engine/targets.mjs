// What the engine is to reach.
import { bytes, megabytesPerSecond, microseconds, milliseconds, target, times } from '../measuring/figures.mjs';

const atMost = (name, limit, value, write) => target(name, `≤ ${write(limit)}`, write(value), value <= limit);

export function targetsOf({ rows, wasm }) {
  const [small, medium, large, largest] = rows;
  const rate = large.native.body.bytes / large.native.body.time; // bytes per microsecond: MB/s
  const allocated = rows.reduce((sum, { native }) => sum + native.snapshot.allocations, 0);
  return [
    atMost('60 nodes rendered', 20, small.native.body.time, microseconds),
    target('10,000 nodes: React ÷ engine', '≥ 20×', times(large.peers.react / large.native.body.time), large.peers.react / large.native.body.time >= 20),
    target('10,000 nodes rendered', '≥ 500 MB/s', megabytesPerSecond(rate), rate >= 500),
    atMost('10,000 nodes from JSON', 15_000, large.native.open.time, microseconds),
    atMost('A prop set, with its patch: 10,000 nodes', 20, large.native.setProp.time, microseconds),
    atMost('A prop set, with its patch: 100,000 nodes', 20, largest.native.setProp.time, microseconds),
    target('A snapshot allocates', 'nothing', `${allocated} times`, allocated === 0),
    atMost('A snapshot: 100,000 nodes ÷ 60', 2, largest.native.snapshot.time / small.native.snapshot.time, times),
    atMost('Ten edits found in snapshots: 100,000 nodes ÷ 2,000', 4, largest.native.diff.time / medium.native.diff.time, times),
    atMost('Memory of a node, 10,000 nodes', 1024, large.native.memory.bytes_per_node, bytes),
    target('The engine as WebAssembly, brotli', '≤ 400 kB', `${(wasm.compressed / 1000).toFixed(1)} kB`, wasm.compressed <= 400_000),
    atMost('10,000 nodes opened in Chromium', 150, large.browser.first, milliseconds),
  ];
}

// Runs engine_bench, the engine's Google Benchmark program, and reads what it measured.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const inMicroseconds = { ns: 1 / 1000, us: 1, ms: 1000 };

// Answers (name, size) → {time, …counters}: the median of repetitions, in microseconds by the clock, as of the peers.
export function measureNative(root, folder) {
  const options = ['--benchmark_format=json', '--benchmark_min_time=0.1', '--benchmark_repetitions=3', '--benchmark_report_aggregates_only=true'];
  const output = execFileSync(join(root, 'build/release/bin/engine_bench'), options, {
    env: { ...process.env, PAGEWRIGHT_BENCH_PAGES: folder },
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // It writes the spread of counters that are 0 as NaN, which no JSON has.
  const { benchmarks } = JSON.parse(output.toString().replaceAll(/: -?nan,?$/gim, (found) => (found.endsWith(',') ? ': null,' : ': null')));
  return (name, size) => {
    // Names go on behind the size where a benchmark sets its iterations.
    const isWanted = ([first, second]) => first === name && second === String(size);
    const found = benchmarks.find((each) => each.aggregate_name === 'median' && isWanted(each.run_name.split('/')));
    if (!found) throw new Error(`engine_bench has no ${name} of ${size} nodes`);
    if (found.error_occurred) throw new Error(`${name}/${size}: ${found.error_message}`);
    return { ...found, time: found.real_time * inMicroseconds[found.time_unit] };
  };
}

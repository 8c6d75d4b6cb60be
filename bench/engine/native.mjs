// Runs engine_bench, the engine's Google Benchmark program, and reads what it measured.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const inMicroseconds = { ns: 1 / 1000, us: 1, ms: 1000 };

// Answers (name, size) → {time, …counters}: the median of repetitions, in microseconds by the clock, as of the peers. Every benchmark has a
// process of its own: what one leaves on the heap is not to slow down the next.
export function measureNative(root, folder) {
  const run = (...options) =>
    execFileSync(join(root, 'build/release/bin/engine_bench'), options, {
      env: { ...process.env, PAGEWRIGHT_BENCH_PAGES: folder },
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString();
  const names = new Set(run('--benchmark_list_tests').trim().split('\n').map((line) => line.split('/')[0]));
  const benchmarks = [...names].flatMap((name) => {
    const options = ['--benchmark_format=json', '--benchmark_min_time=0.1', '--benchmark_repetitions=3', '--benchmark_report_aggregates_only=true'];
    // It writes the spread of counters that are 0 as NaN, which no JSON has.
    const json = run(...options, `--benchmark_filter=^${name}/`).replaceAll(/: -?nan,?$/gim, (found) => (found.endsWith(',') ? ': null,' : ': null'));
    return JSON.parse(json).benchmarks;
  });
  return (name, size) => {
    // Names go on behind the size where a benchmark sets its iterations.
    const isWanted = ([first, second]) => first === name && second === String(size);
    const found = benchmarks.find((each) => each.aggregate_name === 'median' && isWanted(each.run_name.split('/')));
    if (!found) throw new Error(`engine_bench has no ${name} of ${size} nodes`);
    if (found.error_occurred) throw new Error(`${name}/${size}: ${found.error_message}`);
    return { ...found, time: found.real_time * inMicroseconds[found.time_unit] };
  };
}

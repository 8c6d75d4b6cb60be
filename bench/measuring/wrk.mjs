// wrk, the load generator: requests a second and latencies over a number of seconds.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

// `script` is a Lua file, `environment` what it reads. Refused answers are an error: a fast refusal is no throughput.
export async function wrk(url, { connections = 64, seconds = 5, headers = {}, script, environment = {} } = {}) {
  const options = ['-t2', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '30s'];
  for (const [name, value] of Object.entries(headers)) options.push('-H', `${name}: ${value}`);
  if (script) options.push('-s', script);
  const { stdout } = await run('wrk', [...options, url], { env: { ...process.env, ...environment } });
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url} refused requests:\n${stdout}`);
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]), p50: latency(stdout, '50%'), p99: latency(stdout, '99%') };
}

// In milliseconds.
function latency(report, percentile) {
  const [, value, unit] = new RegExp(`${percentile}\\s+([\\d.]+)(us|ms|s|m)\\b`).exec(report);
  return Number(value) * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit];
}

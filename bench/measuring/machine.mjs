// What the figures were measured on and with.
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';

import { median, microseconds, table } from './figures.mjs';

function firstLine(program, ...options) {
  try {
    // nginx tells its version on the error output.
    const lines = execFileSync('/bin/sh', ['-c', '"$0" "$@" 2>&1', program, ...options]).toString().trim().split('\n');
    return lines.find((line) => !line.startsWith('/')) ?? lines[0]; // Debian's wrapper of Chromium may complain first
  } catch {
    return 'not installed';
  }
}

// What a commit at least waits for: 4 KiB appended to a file and on the disk, in microseconds.
function diskSync(root) {
  const folder = join(root, 'build/bench');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'sync');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4096, 'x');
  const spans = [];
  for (let i = 0; i < 50; i++) {
    const before = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    spans.push((performance.now() - before) * 1000);
  }
  closeSync(file);
  rmSync(path);
  return median(spans);
}

const peers = ['react', 'handlebars', 'liquidjs', 'jsondiffpatch', 'fast-json-patch', 'ajv'];

// npm puts a package into the workspace where another version stands in the root.
function installed(root, name) {
  const folder = [join(root, 'bench/node_modules', name), join(root, 'node_modules', name)].find((path) => existsSync(path));
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

// The load is taken before anything is measured: a benchmark makes its own.
export const loadAtStart = loadavg()[0];

export function machineReport(root) {
  const os = /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))[1];
  return table(
    ['', ''],
    [
      ['Date', new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC'],
      ['Commit', firstLine('git', '-C', root, 'describe', '--always', '--dirty')],
      ['Processor', `${cpus().length} × ${cpus()[0].model.trim()}`],
      ['Memory', `${(totalmem() / 2 ** 30).toFixed(1)} GiB`],
      ['System', `${os}, Linux ${release()}`],
      ['Load before the run', `${loadAtStart.toFixed(2)} (near 0 with nothing else running)`],
      ['Disk: 4 KiB written and synced', microseconds(diskSync(root))],
      ['Compiler', firstLine('clang++-19', '--version')],
      ['Node.js', process.version],
      ['Peers of the engine', peers.map((name) => `${name} ${installed(root, name)}`).join(', ')],
      ['Browser', firstLine('chromium', '--version')],
      ['nginx', firstLine('/usr/sbin/nginx', '-v')],
    ],
  );
}

// What the figures were measured on and with.
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';

import { median, microseconds } from './figures.mjs';

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

// A package with its version. npm puts it into the workspace where another version stands in the root.
export function installed(root, name) {
  const folder = [join(root, 'bench/node_modules', name), join(root, 'node_modules', name)].find((path) => existsSync(path));
  return `${name} ${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}`;
}

// The load is taken before anything is measured: a benchmark makes its own.
const loadAtStart = loadavg()[0];

// Of a run: its date and commit, whether other things ran, and what it was measured on and with.
export function machineReport(root) {
  const os = /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))[1];
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
  const commit = firstLine('git', '-C', root, 'describe', '--always', '--dirty');
  const parts = [
    `${cpus().length} × ${cpus()[0].model.trim()}`,
    `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    `${os}, Linux ${release()}`,
    `load before the run ${loadAtStart.toFixed(2)}`,
    `4 KiB written and synced in ${microseconds(diskSync(root))}`,
    firstLine('clang++-19', '--version'),
    `Node.js ${process.version}`,
    firstLine('chromium', '--version'),
    firstLine('/usr/sbin/nginx', '-v').replace('nginx version: ', ''),
  ];
  return { date, commit, isBusy: loadAtStart > 1, parts };
}

// Installs the peers from npm and builds what has to be built: the package sqlite3 from the C++ that it carries, with the headers of our own
// Node.js (better-sqlite3 comes built), and the NestJS server by TypeScript. Done again only when something of that has changed.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = dirname(fileURLToPath(import.meta.url));
const stampFile = join(folder, 'node_modules/.pagewright');

async function step(what, program, ...options) {
  console.log(`  ${what}`);
  try {
    await run(program, options, { cwd: folder, maxBuffer: 2 ** 28 });
  } catch (error) {
    throw new Error(`${what}: failed\n${`${error.stdout ?? ''}${error.stderr ?? error.message}`.slice(-4000)}`);
  }
}

const hashOf = (...paths) => {
  const hash = createHash('sha1').update(process.version);
  for (const path of paths) hash.update(readFileSync(join(folder, path)));
  return hash.digest('hex');
};

async function buildSqlite3() {
  const node = join(dirname(process.execPath), '..');
  const gyp = join(node, '../npm/node_modules/node-gyp/bin/node-gyp.js');
  await step('Build sqlite3', process.execPath, gyp, 'rebuild', '--release', '-C', 'node_modules/sqlite3', `--nodedir=${node}`);
}

export async function installPeers() {
  const packages = hashOf('package.json', 'package-lock.json');
  const sources = hashOf(...readdirSync(join(folder, 'nest')).map((name) => join('nest', name)));
  const done = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const stamp = (...finished) => writeFileSync(stampFile, JSON.stringify(Object.assign(done, ...finished)));
  if (done.packages !== packages) {
    // The environment may say production already, which is for the servers.
    await step('Install the peers', 'npm', 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund');
    await buildSqlite3();
    stamp({ packages });
  }
  if (done.sources !== sources || !existsSync(join(folder, 'dist'))) {
    await step('Build the NestJS server', process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'nest');
    stamp({ sources });
  }
}

// The named packages with their versions, for the report.
export function versionsOf(...names) {
  const versionOf = (name) => JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
  return names.map((name) => `${name} ${versionOf(name)}`);
}

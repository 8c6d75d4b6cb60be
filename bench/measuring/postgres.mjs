// A PostgreSQL of the benchmark's own: settings as Debian's package has them, so that every commit waits for the disk; a socket in its folder.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const programs = '/usr/lib/postgresql/15/bin';
const user = 'pagewright';

// PostgreSQL refuses to run as root.
function account() {
  if (process.getuid() !== 0) return {};
  const idOf = (option) => Number(execFileSync('id', [option, 'postgres']).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export class PostgresCluster {
  #child;

  static async start() {
    if (!existsSync(programs)) throw new Error(`there is no ${programs}: apt-get install postgresql-15`);
    const cluster = new PostgresCluster();
    // Its user may not be let into the checkout; and unlike /tmp, this is never memory.
    cluster.host = mkdtempSync('/var/tmp/pagewright-bench-');
    try {
      await cluster.#launch();
    } catch (error) {
      await cluster.remove();
      throw error;
    }
    return cluster;
  }

  async #launch() {
    const as = account();
    if (as.uid !== undefined) chownSync(this.host, as.uid, as.gid);
    const files = join(this.host, 'cluster');
    execFileSync(join(programs, 'initdb'), ['-D', files, `--username=${user}`, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'], { ...as, cwd: this.host, stdio: 'ignore' });
    const settings = ['listen_addresses=', `unix_socket_directories=${this.host}`, 'max_connections=300'].flatMap((setting) => ['-c', setting]);
    this.#child = spawn(join(programs, 'postgres'), ['-D', files, ...settings], { ...as, cwd: this.host, stdio: 'ignore' });
    for (let attempt = 0; attempt < 300; attempt++) {
      if (this.#isReady()) return;
      if (this.#child.exitCode !== null) break;
      await sleep(50);
    }
    throw new Error('PostgreSQL did not start');
  }

  #isReady() {
    try {
      execFileSync(join(programs, 'pg_isready'), ['-q', '-h', this.host, '-U', user]);
      return true;
    } catch {
      return false;
    }
  }

  createDatabase(name) {
    execFileSync(join(programs, 'createdb'), ['-h', this.host, '-U', user, name]);
    return { name, host: this.host, url: `postgres://${user}@/${name}?host=${this.host}` };
  }

  async remove() {
    if (this.#child && this.#child.exitCode === null) {
      const ended = new Promise((resolve) => this.#child.once('exit', resolve));
      this.#child.kill('SIGINT');
      await ended;
    }
    rmSync(this.host, { recursive: true, force: true });
  }
}

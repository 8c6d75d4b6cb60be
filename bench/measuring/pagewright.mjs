// The real program, with SQLite in its data directory or on a database of a PostgreSQL cluster.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { freePort, ServerProcess } from './server-process.mjs';

export class Pagewright extends ServerProcess {
  // On the disk that the checkout is on: /tmp may be memory, where a commit costs nothing.
  static async create(root, database) {
    mkdirSync(join(root, 'build/bench'), { recursive: true });
    const pagewright = new Pagewright({ name: 'pagewright', port: await freePort(), folder: mkdtempSync(join(root, 'build/bench/data-')) });
    const sitesPort = await freePort();
    return Object.assign(pagewright, { root, database, sitesPort, sitesUrl: `http://127.0.0.1:${sitesPort}` });
  }

  get command() {
    const options = ['--port', this.port, '--sites-port', this.sitesPort, '--data', this.folder, '--log', 'warnings'];
    return [join(this.root, 'build/release/bin/pagewright'), 'serve', ...options];
  }

  get environment() {
    const { email, password } = this.administrator;
    return { PAGEWRIGHT_ADMIN_EMAIL: email, PAGEWRIGHT_ADMIN_PASSWORD: password, ...(this.database ? { DATABASE_URL: this.database.url } : {}) };
  }

  // Where pages are published to.
  async environmentId() {
    const { items } = await this.call('GET', '/environments');
    return items.find((each) => each.kind === 'production').id;
  }
}

// The page servers that Pagewright's is compared with, as processes of their own.
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { freePort, ServerProcess } from '../../measuring/server-process.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const programs = { nest: 'dist/main.js', fastify: 'fastify/main.mjs' };

export class Peer extends ServerProcess {
  // `kind` is nest or fastify; `database` of a cluster, or nothing: SQLite.
  static async create(root, kind, database) {
    mkdirSync(join(root, 'build/bench'), { recursive: true });
    const peer = new Peer({ name: kind, port: await freePort(), folder: mkdtempSync(join(root, 'build/bench/data-')) });
    peer.storage = database ? { POSTGRES_HOST: database.host, POSTGRES_DATABASE: database.name } : { SQLITE_FILE: join(peer.folder, 'pages.db') };
    peer.identity = { JWT_SECRET: randomUUID(), ADMIN_ID: randomUUID(), ORGANIZATION_ID: randomUUID() };
    return peer;
  }

  get command() {
    return [process.execPath, join(folder, programs[this.name])];
  }

  get environment() {
    const { email, password } = this.administrator;
    return { NODE_ENV: 'production', PORT: this.port, ADMIN_EMAIL: email, ADMIN_PASSWORD: password, ...this.identity, ...this.storage };
  }

  // Peers keep no environments: any id is one.
  async environmentId() {
    return this.identity.ORGANIZATION_ID;
  }
}

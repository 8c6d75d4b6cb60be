// The real program, on free ports of this machine and a data directory of its own that is removed at the end.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const administrator = { email: 'bench@example.org', password: 'a password for benchmarks only' };

export async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

function isAnswered(port, path) {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

export class Pagewright {
  #child;
  #token;

  constructor(root, port, sitesPort, folder) {
    Object.assign(this, { root, port, sitesPort, folder });
    this.url = `http://127.0.0.1:${port}`;
    this.sitesUrl = `http://127.0.0.1:${sitesPort}`;
  }

  // On the disk that the checkout is on: /tmp may be memory, where a commit costs nothing.
  static async create(root) {
    mkdirSync(join(root, 'build/bench'), { recursive: true });
    const folder = mkdtempSync(join(root, 'build/bench/data-'));
    return new Pagewright(root, await freePort(), await freePort(), folder);
  }

  // Milliseconds from the start of the process to the first 200 on /healthz.
  async start() {
    const started = performance.now();
    this.#child = spawn(
      join(this.root, 'build/release/bin/pagewright'),
      ['serve', '--port', this.port, '--sites-port', this.sitesPort, '--data', this.folder, '--log', 'warnings'].map(String),
      {
        env: { ...process.env, PAGEWRIGHT_ADMIN_EMAIL: administrator.email, PAGEWRIGHT_ADMIN_PASSWORD: administrator.password },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    while (!(await isAnswered(this.port, '/healthz'))) {
      if (this.#child.exitCode !== null) throw new Error('pagewright ended before it served');
      if (performance.now() - started > 30_000) throw new Error('pagewright did not serve within 30 seconds');
      await sleep(1);
    }
    return performance.now() - started;
  }

  async stop() {
    if (this.#child?.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await ended;
  }

  async remove() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  // Resident memory in bytes.
  memory() {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))[1]) * 1024;
  }

  get administrator() {
    return administrator;
  }

  async token() {
    this.#token ??= (await this.#send('POST', '/auth/login', administrator)).accessToken;
    return this.#token;
  }

  async call(method, path, body) {
    return this.#send(method, path, body, { Authorization: `Bearer ${await this.token()}` });
  }

  async #send(method, path, body, headers = {}) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

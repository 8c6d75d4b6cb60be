// A server that is measured: a process on a free port of this machine, with a directory of its own that is removed at the end.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

// What Linux counts processor time in.
const ticksPerSecond = 100;

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

// Who derives from it says `command` (program and options) and `environment`.
export class ServerProcess {
  #child;
  errorOutput = 'inherit'; // or a file's descriptor
  #token;

  constructor({ name, port, folder }) {
    Object.assign(this, { name, port, folder });
    this.url = `http://127.0.0.1:${port}`;
  }

  get administrator() {
    return { email: 'bench@example.org', password: 'a password for benchmarks only' };
  }

  // Milliseconds from the start of the process to the first 200 on /healthz.
  async start() {
    const started = performance.now();
    const [program, ...options] = this.command.map(String);
    this.#child = spawn(program, options, { env: { ...process.env, ...this.environment }, stdio: ['ignore', 'ignore', this.errorOutput] });
    while (!(await isAnswered(this.port, '/healthz'))) {
      if (!this.#isRunning) throw new Error(`${this.name} ended before it served`);
      if (performance.now() - started > 30_000) throw new Error(`${this.name} did not serve within 30 seconds`);
      await sleep(1);
    }
    return performance.now() - started;
  }

  get #isRunning() {
    return this.#child && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async stop() {
    if (!this.#isRunning) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    const patience = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(patience);
  }

  async remove() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  // Resident memory in bytes.
  memory() {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))[1]) * 1024;
  }

  // Seconds of processors that the process has used.
  processorTime() {
    const [userTicks, systemTicks] = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
    return (userTicks + systemTicks) / ticksPerSecond;
  }

  // When it has done what was still on its way: its processors rest for 100 ms, or it has had ten seconds for it.
  async rest() {
    for (let waited = 0, before = -1; waited < 10_000 && this.processorTime() - before > 1 / ticksPerSecond; waited += 100) {
      before = this.processorTime();
      await sleep(100);
    }
  }

  async token() {
    this.#token ??= (await this.#send('POST', '/auth/login', this.administrator)).accessToken;
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
    if (!response.ok) throw new Error(`${method} ${path} of ${this.name} answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

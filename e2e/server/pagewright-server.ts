import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { twoFreePorts } from './free-ports.ts';

export const program = process.env.PAGEWRIGHT_PROGRAM ?? fileURLToPath(new URL('../../build/release/bin/pagewright', import.meta.url));

export const administrator = { email: 'admin@example.org', password: 'correct horse battery staple' };

export interface ServerOptions {
  /** Without it, PAGEWRIGHT_ADMIN_EMAIL and _PASSWORD are not set and the terminal shows the first-run link. */
  administrator?: typeof administrator | null;
  /** More options of `pagewright serve`. */
  options?: readonly string[];
  /** Where it keeps its data; a new folder by itself. */
  folder?: string;
}

/** The real program on two free ports with a data directory of its own. */
export class PagewrightServer {
  private process: ChildProcess | null = null;
  /** What the program has written to its terminal so far. */
  output = '';

  private constructor(
    readonly port: number,
    readonly sitesPort: number,
    readonly folder: string,
    private readonly options: Required<Omit<ServerOptions, 'folder'>>,
  ) {}

  static async start({ administrator: admin = administrator, options = [], folder: wanted }: ServerOptions = {}): Promise<PagewrightServer> {
    const [port, sitesPort] = await twoFreePorts();
    const folder = wanted ?? (await mkdtemp(join(tmpdir(), 'pagewright-e2e-')));
    const server = new PagewrightServer(port, sitesPort, folder, { administrator: admin, options });
    await server.launch();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get sitesUrl(): string {
    return `http://127.0.0.1:${this.sitesPort}`;
  }

  /** Starts the program on the same data and ports, as after a crash; resolves once it is ready. */
  async launch(): Promise<void> {
    const environment: NodeJS.ProcessEnv = { ...process.env };
    delete environment.PAGEWRIGHT_ADMIN_EMAIL;
    delete environment.PAGEWRIGHT_ADMIN_PASSWORD;
    if (this.options.administrator) {
      environment.PAGEWRIGHT_ADMIN_EMAIL = this.options.administrator.email;
      environment.PAGEWRIGHT_ADMIN_PASSWORD = this.options.administrator.password;
    }
    const child = spawn(
      program,
      ['serve', '--port', `${this.port}`, '--sites-port', `${this.sitesPort}`, '--data', this.folder, ...this.options.options],
      { env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.process = child;
    const remember = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    child.stdout.on('data', remember);
    child.stderr.on('data', remember);
    await this.untilReady(child);
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + 15_000;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) throw new Error(`pagewright ended with code ${child.exitCode}:\n${this.output}`);
      const ready = await fetch(`${this.url}/readyz`).then((response) => response.ok, () => false);
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`pagewright was not ready within 15 s:\n${this.output}`);
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return ended;
  }

  /** `kill -9`: no chance to save anything. */
  async crash(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop and resolves with its exit code; the data stays. */
  async shutDown(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Stops it and removes its data. */
  async remove(): Promise<void> {
    await this.shutDown();
    await rm(this.folder, { recursive: true, force: true });
  }
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { backoffDelay } from './backoff.ts';
import { Connection, type ConnectionOptions } from './connection.ts';

class FakeSocket {
  static opened: FakeSocket[] = [];
  readyState = 1;
  readonly sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor() {
    FakeSocket.opened.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {
    this.readyState = 3;
  }
  drop(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

const welcome = { type: 'welcome', sequence: 4, role: 'admin', canEdit: true };
const socket = () => FakeSocket.opened.at(-1) as FakeSocket;

const connections: Connection[] = [];

function connect(more: Partial<ConnectionOptions> = {}) {
  const options = {
    url: 'ws://x',
    pageId: 'p',
    clientId: 'c',
    accessToken: vi.fn((_renew: boolean) => Promise.resolve<string | null>('token')),
    since: () => 3,
    onMessage: vi.fn(),
    onState: vi.fn(),
    onFinal: vi.fn(),
    openSocket: () => new FakeSocket() as unknown as WebSocket,
    ...more,
  };
  const connection = new Connection(options);
  connections.push(connection);
  connection.start();
  return { connection, options };
}

describe('Connection', () => {
  beforeEach(() => {
    FakeSocket.opened = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.close();
    vi.useRealTimers();
  });
  const tick = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

  it('says hello with what it has, and submits only after the welcome', async () => {
    const { connection, options } = connect();
    await tick();
    socket().onopen?.();
    expect(socket().sent).toEqual([{ type: 'hello', accessToken: 'token', pageId: 'p', clientId: 'c', since: 3 }]);
    const transaction = { id: 'c-1', label: '', operations: [] };
    connection.submit(JSON.stringify({ type: 'submit', transaction }));
    expect(socket().sent).toHaveLength(1);
    socket().say(welcome);
    connection.submit(JSON.stringify({ type: 'submit', transaction }));
    expect(socket().sent[1]).toEqual({ type: 'submit', transaction });
    expect(options.onState).toHaveBeenLastCalledWith('open');
  });

  it('comes back by itself, later and later', async () => {
    const { options } = connect();
    await tick();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      socket().drop();
      expect(options.onState).toHaveBeenLastCalledWith('offline');
      await tick(400 * 2 ** attempt);
      expect(FakeSocket.opened).toHaveLength(attempt + 1);
    }
  });

  it('asks for a new token when the server wants one', async () => {
    const { options } = connect();
    await tick();
    socket().drop(4401);
    await tick(1000);
    expect(options.accessToken).toHaveBeenLastCalledWith(true);
  });

  it('renews the token before it ends', async () => {
    connect();
    await tick();
    socket().onopen?.();
    socket().say(welcome);
    await tick(10 * 60 * 1000);
    expect(socket().sent.at(-1)).toEqual({ type: 'authenticate', accessToken: 'token' });
  });

  it.each([
    [4403, 'not-allowed'],
    [4404, 'no-such-page'],
  ])('does not come back after %i', async (code, reason) => {
    const { options } = connect();
    await tick();
    socket().drop(code);
    await tick(60_000);
    expect(options.onFinal).toHaveBeenCalledWith(reason);
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it('waits for somebody who is signed in, and comes back when told so', async () => {
    const accessToken = vi.fn(() => Promise.resolve<string | null>(null));
    const { connection, options } = connect({ accessToken });
    await tick();
    expect(options.onFinal).toHaveBeenCalledExactlyOnceWith('signed-out');
    await tick(60_000);
    expect(FakeSocket.opened).toHaveLength(0);
    accessToken.mockResolvedValue('token');
    connection.connectNow();
    await tick();
    expect(FakeSocket.opened).toHaveLength(1);
    connection.connectNow();
    await tick();
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it('comes back ever more slowly to a server that stores nothing, and at once when it does', async () => {
    const { connection } = connect();
    const round = async () => {
      await tick(20_000);
      socket().onopen?.();
      socket().say(welcome);
      connection.submit('{"type":"submit"}');
    };
    for (let times = 0; times < 7; times += 1) {
      await round();
      socket().say({ type: 'error', error: { code: 'storage_full', message: '' } });
      socket().drop(1012);
    }
    const before = FakeSocket.opened.length;
    await tick(7_000);
    expect(FakeSocket.opened).toHaveLength(before);
    await round();
    socket().say({ type: 'acknowledge', id: 'c-1', sequence: 5 });
    socket().drop(1012);
    await tick(400);
    expect(FakeSocket.opened).toHaveLength(before + 2);
  });

  it('gives a socket up when the browser goes offline, and comes back', async () => {
    const { options } = connect();
    await tick();
    socket().onopen?.();
    socket().say(welcome);
    globalThis.dispatchEvent(new Event('offline'));
    expect(options.onState).toHaveBeenLastCalledWith('offline');
    globalThis.dispatchEvent(new Event('online'));
    await tick();
    expect(FakeSocket.opened).toHaveLength(2);
  });

  it('gives a socket up that takes transactions and never answers', async () => {
    const { connection, options } = connect();
    await tick();
    socket().onopen?.();
    socket().say(welcome);
    for (let times = 0; times < 2; times += 1) connection.submit('{"type":"submit"}');
    await tick(10_000);
    socket().say({ type: 'acknowledge', id: 'c-1', sequence: 5 });
    await tick(10_000);
    expect(options.onState).toHaveBeenLastCalledWith('open');
    await tick(5_000);
    expect(options.onState).toHaveBeenLastCalledWith('offline');
  });

  it('says that nobody is signed in', async () => {
    const { options } = connect({ accessToken: () => Promise.resolve(null) });
    await tick();
    expect(options.onFinal).toHaveBeenCalledWith('signed-out');
  });

  it('stays closed', async () => {
    const { connection } = connect();
    await tick();
    connection.close();
    await tick(60_000);
    expect(FakeSocket.opened).toHaveLength(1);
  });
});

describe('backoffDelay', () => {
  it('doubles up to a limit and is spread', () => {
    expect([backoffDelay(0, 0), backoffDelay(0, 0.999)]).toEqual([200, 400]);
    expect(backoffDelay(3, 0)).toBe(1600);
    expect(backoffDelay(50, 1)).toBe(15_000);
  });
});

import { backoffDelay } from './backoff.ts';
import { closeCodes, type ClientMessage, type Pointing, type ServerMessage } from './protocol.ts';

export type ConnectionState = 'connecting' | 'open' | 'offline' | 'closed';

// Why the connection will not come back by itself. After 'signed-out' connectNow() brings it back.
export type FinalReason = 'not-allowed' | 'no-such-page' | 'signed-out';

export interface ConnectionOptions {
  url: string;
  pageId: string;
  clientId: string;
  // A token that is valid now; null where the user has to sign in again.
  accessToken: (renew: boolean) => Promise<string | null>;
  // The last sequence that the session has, null for none.
  since: () => number | null;
  onMessage: (message: ServerMessage) => void;
  onState: (state: ConnectionState) => void;
  onFinal: (reason: FinalReason) => void;
  openSocket?: (url: string) => WebSocket;
}

const tokenRenewalMilliseconds = 10 * 60 * 1000; // tokens last 15 minutes
const longestSilenceMilliseconds = 15_000; // from hello to welcome, and from submit to acknowledge

// One page's WebSocket: comes back by itself with growing pauses, says hello with what the session already has, keeps the token fresh.
export class Connection {
  private readonly options: ConnectionOptions;
  private socket: WebSocket | null = null;
  private attempts = 0;
  private isWelcome = false;
  private isClosed = false;
  private renewNext = false;
  private unanswered = 0;
  private isTroubled = false; // the server said that something is wrong with it, and has not done anything since
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private tokenTimer: ReturnType<typeof setInterval> | undefined;
  private welcomeTimer: ReturnType<typeof setTimeout> | undefined;
  private answerTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ConnectionOptions) {
    this.options = options;
  }

  start(): void {
    globalThis.addEventListener('online', this.connectNow);
    globalThis.addEventListener('offline', this.giveUp);
    void this.connect();
  }

  close(): void {
    this.isClosed = true;
    globalThis.removeEventListener('online', this.connectNow);
    globalThis.removeEventListener('offline', this.giveUp);
    this.stopTimers();
    this.socket?.close();
    this.socket = null;
    this.options.onState('closed');
  }

  // Drops the connection and says hello anew at once.
  readonly restart = (): void => {
    const { socket } = this;
    this.socket = null;
    this.isWelcome = false;
    this.stopTimers();
    socket?.close();
    void this.connect();
  };

  // Sends a transaction's message when the server has said welcome; otherwise it waits in the pending queue, which is sent after the welcome.
  submit(message: string): void {
    if (!this.isWelcome) return;
    this.sendText(message);
    this.unanswered += 1;
    this.answerTimer ??= setTimeout(this.giveUp, longestSilenceMilliseconds);
  }

  // Says what one points at. Before the welcome it is not said: the session says it after that.
  present(pointing: Pointing): void {
    if (this.isWelcome) this.send({ type: 'presence', ...pointing });
  }

  // A socket whose network is gone may look open for minutes: it is given up when the browser says so, or when answers don't come.
  private readonly giveUp = (): void => {
    const { socket } = this;
    if (!socket) return;
    this.socket = null;
    this.isWelcome = false;
    this.stopTimers();
    socket.close();
    this.retryLater();
  };

  // At once what would be tried later, or never: when there is a network again, or somebody who is signed in.
  readonly connectNow = (): void => {
    if (this.socket || this.isClosed) return;
    clearTimeout(this.retryTimer);
    void this.connect();
  };

  private async connect(): Promise<void> {
    if (this.isClosed || this.socket) return;
    this.options.onState('connecting');
    const token = await this.tokenOrNull();
    if (this.isStopped() || this.socket) return;
    if (token === undefined) return this.retryLater();
    if (token === null) return this.options.onFinal('signed-out');
    const open = this.options.openSocket ?? ((url: string) => new WebSocket(url));
    const socket = open(this.options.url);
    this.socket = socket;
    socket.onopen = () => {
      const { pageId, clientId } = this.options;
      this.send({ type: 'hello', accessToken: token, pageId, clientId, since: this.options.since() });
      this.welcomeTimer = setTimeout(() => socket.close(), longestSilenceMilliseconds);
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      if (this.socket === socket) this.receive(JSON.parse(event.data) as ServerMessage);
    };
    socket.onclose = (event) => {
      if (this.socket === socket) this.lose(event.code);
    };
  }

  private isStopped(): boolean {
    return this.isClosed;
  }

  // Undefined: no answer, try later. Null: nobody is signed in.
  private async tokenOrNull(): Promise<string | null | undefined> {
    try {
      const token = await this.options.accessToken(this.renewNext);
      this.renewNext = false;
      return token;
    } catch {
      return undefined;
    }
  }

  private receive(message: ServerMessage): void {
    if (message.type === 'welcome') {
      clearTimeout(this.welcomeTimer);
      if (!this.isTroubled) this.attempts = 0;
      this.isWelcome = true;
      this.unanswered = 0;
      this.tokenTimer = setInterval(() => void this.renewToken(), tokenRenewalMilliseconds);
      this.options.onState('open');
    } else if (message.type === 'acknowledge' || message.type === 'refuse') {
      this.isTroubled = false;
      this.attempts = 0;
      this.takeAnswer();
    } else if (message.type === 'error') {
      this.isTroubled = true;
    }
    this.options.onMessage(message);
  }

  private takeAnswer(): void {
    clearTimeout(this.answerTimer);
    this.unanswered -= 1;
    this.answerTimer = this.unanswered > 0 ? setTimeout(this.giveUp, longestSilenceMilliseconds) : undefined;
  }

  private async renewToken(): Promise<void> {
    const token = await this.options.accessToken(true).catch(() => undefined);
    if (token) this.send({ type: 'authenticate', accessToken: token });
  }

  private lose(code: number): void {
    this.socket = null;
    this.isWelcome = false;
    this.stopTimers();
    if (this.isClosed) return;
    if (code === closeCodes.notAllowed) return this.options.onFinal('not-allowed');
    if (code === closeCodes.noSuchPage) return this.options.onFinal('no-such-page');
    if (code === closeCodes.signInAgain) this.renewNext = true;
    this.retryLater();
  }

  private retryLater(): void {
    this.options.onState('offline');
    this.retryTimer = setTimeout(() => void this.connect(), backoffDelay(this.attempts, Math.random()));
    this.attempts += 1;
  }

  private stopTimers(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.welcomeTimer);
    clearTimeout(this.answerTimer);
    this.answerTimer = undefined;
    clearInterval(this.tokenTimer);
  }

  private send(message: ClientMessage): void {
    this.sendText(JSON.stringify(message));
  }

  private sendText(text: string): void {
    if (this.socket?.readyState === 1) this.socket.send(text);
  }
}

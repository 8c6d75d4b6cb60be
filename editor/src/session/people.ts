import type { Person, Pointing, PresenceMessage } from './connection/protocol.ts';
import { Observable } from './observable.ts';

const pauseMilliseconds = 100;
const mostSelected = 20; // those chosen last
// Among more people the server tells no cursors.
const mostWithCursors = 20;

const nothing: Pointing = { selection: [], editing: null, cursor: null };

// Who else has the page open, and what they point at; what this tab shows of itself, at most ten times a second. It is no part of the
// page: nothing of it is kept or undone.
export class People {
  // In the order in which they came.
  readonly others = new Observable<readonly Person[]>([]);
  private readonly clientId: string;
  private readonly send: (pointing: Pointing) => void;
  private own = nothing;
  private sent = ''; // empty: nothing since the connection was made
  private isConnected = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(clientId: string, send: (pointing: Pointing) => void) {
    this.clientId = clientId;
    this.send = send;
  }

  show(change: Partial<Pointing>): void {
    const { selection = this.own.selection } = change;
    this.own = { ...this.own, ...change, selection: selection.slice(-mostSelected) };
    if (!this.isConnected || this.timer !== undefined) return;
    this.say();
  }

  // The connection is there.
  enter(): void {
    this.isConnected = true;
    this.sent = '';
    this.others.set([]);
    clearTimeout(this.timer);
    this.say();
  }

  // It is lost: nobody is known to be here.
  lose(): void {
    this.isConnected = false;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.others.get().length > 0) this.others.set([]);
  }

  end(): void {
    this.lose();
  }

  receive({ people, left }: PresenceMessage): void {
    const known = new Map(this.others.get().map((person) => [person.client, person]));
    for (const client of left) known.delete(client);
    for (const person of people) if (person.client !== this.clientId) known.set(person.client, person);
    const others = [...known.values()];
    const wereAlone = this.others.get().length === 0;
    if (others.length > 0 || !wereAlone) this.others.set(others);
    if (wereAlone && others.length > 0) this.show({});
  }

  // Says what has changed, now, and what changes meanwhile after a pause.
  private readonly say = (): void => {
    this.timer = undefined;
    const company = this.others.get().length;
    const seen = company > 0 && company < mostWithCursors ? this.own : { ...this.own, cursor: null };
    const text = JSON.stringify(seen);
    if (text === this.sent) return;
    this.sent = text;
    this.send(seen);
    this.timer = setTimeout(this.say, pauseMilliseconds);
  };
}

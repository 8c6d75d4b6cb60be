import type { ConnectionState } from './connection/connection.ts';
import type { PendingQueue } from './connection/pending-queue.ts';
import type { EditorState, Hindrance, SaveState } from './editor-state.ts';
import type { Observable } from './observable.ts';

type Obstacle = Exclude<Hindrance, 'offline'>;

// Where the author's changes are, said in the editor's state: by what waits in the queue, by the connection, and by what hinders it.
export class SaveStatus {
  private readonly queue: PendingQueue;
  private readonly state: Observable<EditorState>;
  private linkState: ConnectionState = 'connecting';
  private obstacle: Obstacle | null = null;

  constructor(queue: PendingQueue, state: Observable<EditorState>) {
    this.queue = queue;
    this.state = state;
    queue.count.subscribe(() => this.show());
    queue.isOnlyHere.subscribe(() => this.show());
  }

  // An open connection overcomes every obstacle but one: a full server takes connections, and stores nothing.
  showConnection(linkState: ConnectionState): void {
    this.linkState = linkState;
    if (linkState === 'open' && this.obstacle !== 'server-full') this.obstacle = null;
    this.show();
  }

  hinder(obstacle: Obstacle): void {
    this.obstacle = obstacle;
    this.show();
  }

  // The server has stored something.
  storesAgain(): void {
    if (this.obstacle !== 'server-full') return;
    this.obstacle = null;
    this.show();
  }

  private show(): void {
    this.state.update({ saveState: this.now() });
  }

  private now(): SaveState {
    const waiting = { changes: this.queue.count.get(), ...(this.queue.isOnlyHere.get() ? { onlyHere: true as const } : {}) };
    const { kind } = this.state.get().saveState;
    // Whoever has changed nothing is not hindered by being allowed to look only.
    const obstacle = this.obstacle === 'view-only' && waiting.changes === 0 ? null : this.obstacle;
    if (obstacle !== null) return { kind: obstacle, ...waiting };
    if (this.linkState === 'offline' || (this.linkState === 'connecting' && kind !== 'saved' && kind !== 'saving')) return { kind: 'offline', ...waiting };
    return waiting.changes === 0 ? { kind: 'saved' } : { kind: 'saving', ...waiting };
  }
}

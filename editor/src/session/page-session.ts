import type { Change, EngineCalls, Opened, PageContext } from '../engine/calls.ts';
import type { Operation, PageDocument, Transaction } from '../engine/document.ts';
import { EngineRefusal, EngineTrap, type Engine } from '../engine/engine.ts';
import type { JsonObject } from '../engine/json.ts';

import { canvasUpdateOf } from './canvas-update.ts';
import type { ComponentLibrary } from './component-library.ts';
import type { ConnectionState, FinalReason } from './connection/connection.ts';
import { largestPortion, submission, type OrderedTransaction, type ServerMessage, type WelcomeMessage } from './connection/protocol.ts';
import { canStep, selectionLeft, selectionOf, type EditorState } from './editor-state.ts';
import { lateNotice } from './late-notice.ts';
import { loadedEngine, messageOf } from './loaded-engine.ts';
import { lockedIn, lockOf } from './locks.ts';
import type { Observable } from './observable.ts';
import type { ApplyOptions, PageSessionOptions, SessionLink, VersionedLibrary } from './page-session-options.ts';
import { PageSignals } from './page-signals.ts';
import { People } from './people.ts';
import { persistently } from './persistently.ts';
import { SaveStatus } from './save-status.ts';
import { selectionAfter, topmost } from './selected-nodes.ts';
import { TreeMirror } from './tree-mirror.ts';

const staleComponents = 'The components have changed, and could not be loaded. Trying again until they can.';
const tooLarge = 'That is too large to be saved: a change may have up to 4 MiB.';

type ChangingCall = 'apply' | 'receive' | 'acknowledge' | 'refuse' | 'undo' | 'redo';

// One open page: the engine, what it says the page is, what is on its way to the server. Outside React; panels subscribe to the part that
// they show.
export class PageSession extends PageSignals {
  readonly pageId: string;
  readonly tokens: JsonObject;
  readonly tree = new TreeMirror();
  readonly people: People;
  private components: VersionedLibrary;
  private wantedLibrary: string | null = null; // whose components were asked for last
  private isRenewing = false; // while they are fetched
  private readonly closing = new AbortController();
  private readonly options: PageSessionOptions;
  private engine: Engine | null = null;
  private isPageOpen = false;
  private markup: string | null = null; // of the page as it was opened, until it is shown or changed
  private early: ServerMessage[] | null = []; // what the server says while the engine is still loading
  private sequence: number | null = null;
  private link: SessionLink | null = null;
  private readonly saving: SaveStatus;
  private counter = Date.now(); // above every number that this client used before a reload

  constructor(options: PageSessionOptions) {
    super();
    this.options = options;
    this.pageId = options.pageId;
    this.components = options.components;
    this.state.update({ libraryId: options.components.id });
    this.tokens = options.tokens;
    this.people = new People(options.client.clientId, (pointing) => this.link?.present(pointing));
    this.state.subscribe(() => this.showSelection());
    this.saving = new SaveStatus(options.client.queue, this.state);
  }

  get library(): ComponentLibrary {
    return this.components.library;
  }

  // Loads the engine while the connection comes up, whose welcome brings the document.
  async start(connect: (session: PageSession) => SessionLink): Promise<void> {
    const engine = loadedEngine(this.options, this.library);
    this.link = connect(this);
    try {
      this.engine = await engine;
    } catch (error) {
      this.close();
      throw error;
    }
    const { early } = this;
    this.early = null;
    for (const message of early ?? []) this.receive(message);
  }

  close(): void {
    this.closing.abort();
    this.people.end();
    this.link?.close();
    this.options.client.release();
  }

  // Whether there is something to show, also after the connection has ended for good.
  hasPage(): boolean {
    return this.isPageOpen;
  }

  // The whole page in canvas mode, as it is now.
  canvasHtml(): string {
    const { markup } = this;
    this.markup = null;
    return markup ?? this.read('render_page', { context: this.context(), mode: 'canvas' }).html;
  }

  clientId(): string {
    return this.options.client.clientId;
  }

  context(): PageContext {
    return this.options.context;
  }

  since(): number | null {
    return this.sequence;
  }

  get hasUnkeptChanges(): Observable<boolean> {
    return this.options.client.queue.hasUnkept;
  }

  // Applies one gesture. Null where it is done, else why not; then nothing changed.
  apply(label: string, operations: Operation[], options: ApplyOptions = {}): EngineRefusal | null {
    if (operations.length === 0) return null;
    if (!this.state.get().canEdit) return new EngineRefusal('forbidden', 'You may look at this page, not change it.', '');
    const locked = lockedIn(this.tree, operations);
    if (locked !== null) return new EngineRefusal('locked', this.lockedMessage(locked) ?? '', locked);
    const transaction: Transaction = { id: this.nextTransactionId(), label, operations };
    if (submission(transaction) === null) return new EngineRefusal('too_large', `${tooLarge} Do it in smaller parts.`, '');
    const request = options.coalesce === undefined ? { transaction } : { transaction, coalesce: options.coalesce };
    const outcome = this.change('apply', request);
    if (outcome instanceof EngineRefusal) return outcome;
    const { select } = options;
    if (select !== undefined) this.selectAll(typeof select === 'string' ? [select] : (select ?? []));
    return null;
  }

  // Why a node can't be changed; null where it can.
  lockedMessage(id: string): string | null {
    const locked = lockOf(this.tree, id);
    return locked === null ? null : `“${this.nameOf(locked)}” is locked. Unlock it to change it.`;
  }

  // What its authors call a node, or else its component.
  nameOf(id: string): string {
    const node = this.tree.node(id);
    return node?.settings?.name ?? (node ? this.library.labelOf(node.component) : 'component');
  }

  undo(): void {
    if (canStep(this.state.get(), 'undo')) this.takeStep('undo');
  }

  redo(): void {
    if (canStep(this.state.get(), 'redo')) this.takeStep('redo');
  }

  select(id: string | null, selectedFrom: EditorState['selectedFrom'] = 'editor'): void {
    this.selectAll(id === null ? [] : [id], selectedFrom);
  }

  // Several nodes, the last of them the one that the panels show.
  selectAll(ids: readonly string[], selectedFrom: EditorState['selectedFrom'] = 'editor'): void {
    const { selected } = this.state.get();
    const chosen = topmost(this.tree, ids);
    const isSame = chosen.length === selected.length && chosen.every((id, index) => id === selected[index]);
    this.state.update({ ...selectionOf(isSame ? selected : chosen), selectedFrom });
  }

  // A call that only reads. Throws EngineRefusal where the engine says no.
  read<Name extends 'subtree' | 'document' | 'faults' | 'diff' | 'merge' | 'render_page' | 'render_component'>(
    name: Name,
    request: EngineCalls[Name]['request'],
  ): EngineCalls[Name]['answer'] {
    if (!this.engine) throw new EngineRefusal('unavailable', 'The engine is starting again. Try once more.', '');
    try {
      return this.engine.call(name, request);
    } catch (error) {
      if (error instanceof EngineTrap) void this.recover();
      throw error;
    }
  }

  readonly showConnection = (linkState: ConnectionState): void => {
    if (linkState !== 'open') this.people.lose();
    this.saving.showConnection(linkState);
  };

  readonly fail = (reason: FinalReason): void => {
    if (reason === 'signed-out') return this.saving.hinder('signed-out');
    const messages: Record<Exclude<FinalReason, 'signed-out'>, string> = {
      'not-allowed': 'You are not allowed to open this page.',
      'no-such-page': 'This page does not exist, or was deleted.',
    };
    if (reason === 'no-such-page') this.saving.hinder('lost-page');
    this.state.update({ canEdit: false, status: 'failed', failure: { reason, message: messages[reason] } });
  };

  // After the page came back: from the trash, or with a right to it.
  reconnect(): void {
    this.link?.connectNow();
  }

  // What is pending will never be sent: somebody keeps it elsewhere.
  forgetPending(): void {
    this.options.client.queue.clear();
  }

  // What is pending is given up: the page is as the server has it.
  discardPending(): void {
    for (const { id } of this.options.client.queue.all().reverse()) {
      this.options.client.queue.remove(id);
      this.change('refuse', { id });
    }
  }

  readonly receive = (message: ServerMessage): void => {
    if (this.early) return void this.early.push(message);
    switch (message.type) {
      case 'welcome':
        return this.welcome(message);
      case 'acknowledge':
        return void this.acknowledge(message.id, message.sequence, message.operations);
      case 'transaction':
        return void this.follow(message);
      case 'refuse':
        if (this.options.client.queue.remove(message.id)) this.change('refuse', { id: message.id });
        return this.notices.emit({ kind: 'refused', message: message.error.message });
      case 'presence':
        return this.people.receive(message);
      case 'page':
      case 'version':
      case 'comments':
        return this.serverNews.emit(message);
      case 'error':
        if (message.error.code === 'storage_full') return this.saving.hinder('server-full');
        return this.notices.emit({ kind: 'lost', message: message.error.message });
    }
  };

  private welcome(message: WelcomeMessage): void {
    if (this.isRenewing) return;
    if (message.library !== this.components.id && message.library !== this.wantedLibrary) {
      this.wantedLibrary = message.library;
      void this.renewComponents();
      return;
    }
    if (message.document && !this.open(message.document)) return;
    for (const transaction of message.transactions ?? []) if (!this.follow(transaction)) return;
    this.sequence = message.sequence;
    this.state.update({ canEdit: message.canEdit, status: 'ready', failure: null });
    // The server ends the conversation with who sends a change without the right to it. What waits is kept: the right may come back.
    if (!message.canEdit) this.saving.hinder('view-only');
    else for (const transaction of this.options.client.queue.all()) this.submit(transaction);
    this.people.enter();
  }

  private showSelection(): void {
    this.people.show({ selection: this.state.get().selected });
  }

  // Gives whether the engine is still where the server is; otherwise all begins anew.
  private follow(transaction: OrderedTransaction): boolean {
    const { id, label, operations, sequence } = transaction;
    if (this.options.client.queue.has(id)) return this.acknowledge(id, sequence, operations);
    // What comes while the components are fetched is in the document that comes after them.
    if (this.isRenewing || (this.sequence !== null && sequence <= this.sequence)) return true;
    this.sequence = sequence;
    return this.agree('receive', { transaction: { id, label, operations } });
  }

  private acknowledge(id: string, sequence: number, operations?: Operation[]): boolean {
    this.saving.storesAgain();
    this.sequence = Math.max(sequence, this.sequence ?? 0);
    return !this.options.client.queue.remove(id) || this.agree('acknowledge', operations ? { id, operations } : { id });
  }

  private agree<Name extends 'receive' | 'acknowledge'>(name: Name, request: EngineCalls[Name]['request']): boolean {
    if (!(this.change(name, request) instanceof EngineRefusal)) return true;
    this.startOver();
    return false;
  }

  // Gives whether the engine took it.
  private open(document: PageDocument): boolean {
    if (!this.engine) return false;
    const pending = this.options.client.queue.all();
    try {
      let opened: Opened;
      if (!this.isPageOpen) {
        opened = this.engine.call('open', { document, context: this.options.context });
        if (pending.length > 0) opened = this.engine.call('reset', { document, pending });
      } else {
        opened = this.engine.call('reset', { document, pending });
      }
      this.show(opened);
      return true;
    } catch (error) {
      this.state.update({ status: 'failed', failure: { reason: 'engine', message: messageOf(error) } });
      return false;
    }
  }

  private show(opened: Opened): void {
    this.isPageOpen = true;
    this.markup = opened.html;
    this.tree.reset(opened.tree);
    this.state.update(selectionOf(topmost(this.tree, this.state.get().selected)));
    this.opened.emit(undefined);
  }

  // What is too large to be sent at once goes in portions.
  private takeStep(name: 'undo' | 'redo'): void {
    for (let isUnfinished = true; isUnfinished; ) {
      const outcome = this.change(name, { id: this.nextTransactionId(), mostBytes: largestPortion });
      isUnfinished = !(outcome instanceof EngineRefusal) && outcome.unfinished === true;
    }
  }

  private change<Name extends ChangingCall>(name: Name, request: EngineCalls[Name]['request']): EngineRefusal | Change {
    if (!this.engine) return new EngineRefusal('unavailable', 'The engine is starting again. Try once more.', '');
    let change: Change;
    try {
      change = this.engine.call(name, request) as Change;
    } catch (error) {
      if (error instanceof EngineRefusal) return error;
      void this.recover();
      return new EngineRefusal('trap', 'That did not work. The page is as it was before.', '');
    }
    this.takeChange(change);
    return change;
  }

  private takeChange(change: Change): void {
    const { tree, patches, transaction, undoLabel, redoLabel, leftOut = [] } = change;
    if (transaction) this.options.client.queue.add(transaction);
    const { selected } = this.state.get();
    const left = selectionAfter(this.tree, selected, tree.removed ?? []);
    if (patches.length > 0) this.markup = null;
    if (patches.length > 0) this.updates.emit(canvasUpdateOf(change));
    this.tree.change(tree);
    const late = lateNotice(leftOut);
    if (late) this.notices.emit(late);
    this.state.update({ undoLabel, redoLabel, ...(left ? selectionLeft(left, selected) : {}) });
    if (transaction) this.submit(transaction);
  }

  // While the components are fetched it waits: what came before it has not been sent on this connection.
  // What the server would never take (a single node can be that large, or what an earlier version left) is taken back as if it had refused it.
  private submit(transaction: Transaction): void {
    const message = submission(transaction);
    if (message !== null) return this.isRenewing ? undefined : this.link?.submit(message);
    this.receive({ type: 'refuse', id: transaction.id, error: { code: 'too_large', message: `${tooLarge} It was taken back. The history has the page as it was.` } });
  }

  // The instance is lost: a new one continues from what the editor shows, and the server's document is fetched anew.
  private async recover(): Promise<void> {
    if (!this.engine) return;
    this.engine = null;
    if (this.isRenewing) return; // a new one comes with the components
    try {
      const engine = await loadedEngine(this.options, this.library);
      this.show(engine.call('open', { document: this.tree.document(), context: this.options.context }));
      this.engine = engine;
      this.state.update({ undoLabel: null, redoLabel: null });
      this.notices.emit({ kind: 'lost', message: 'The editor had to restart its engine. Your page is safe.' });
      this.startOver();
    } catch (error) {
      this.state.update({ status: 'failed', failure: { reason: 'engine', message: messageOf(error) } });
    }
  }

  // The components have changed since the page was opened: it is opened anew with those that the server has.
  private async renewComponents(): Promise<void> {
    this.isRenewing = true;
    const load = async () => {
      const components = await this.options.fetchComponents();
      return { components, engine: await loadedEngine(this.options, components.library) };
    };
    const renewed = await persistently(load, () => this.notices.emit({ kind: 'lost', message: staleComponents }), this.closing.signal);
    if (!renewed) return;
    this.isRenewing = false;
    this.isPageOpen = false;
    this.components = renewed.components;
    this.engine = renewed.engine;
    this.state.update({ libraryId: this.components.id, undoLabel: null, redoLabel: null });
    this.startOver();
  }

  private startOver(): void {
    this.sequence = null;
    this.link?.restart();
  }

  private nextTransactionId(): string {
    this.counter += 1;
    return `${this.options.client.clientId}-${String(this.counter)}`;
  }
}

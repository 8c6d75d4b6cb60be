// A page session with a connection and an engine that answer as a test says. The bindings are those of the session that was started last.
import { vi, type Mock } from 'vitest';

import type { CallName, Change, TreeChange } from '../engine/calls.ts';
import type { ComponentSource } from '../engine/component.ts';
import type { Engine } from '../engine/engine.ts';
import type { Transaction } from '../engine/document.ts';

import { ComponentLibrary } from './component-library.ts';
import { PendingQueue } from './connection/pending-queue.ts';
import type { SessionLink, VersionedLibrary } from './page-session-options.ts';
import { PageSession } from './page-session.ts';

type Answer = (request: Record<string, unknown>) => unknown;

// Answers like the engine, as far as a test says; notes what was asked.
export class FakeEngine implements Engine {
  readonly asked: [string, Record<string, unknown>][] = [];
  readonly answers: Partial<Record<CallName, Answer>> = {};

  call(name: CallName, request: object): never {
    const asked = request as Record<string, unknown>;
    this.asked.push([name, asked]);
    return (this.answers[name] ?? (() => change()))(asked) as never;
  }
  names(): string[] {
    return this.asked.map(([name]) => name);
  }
}

export const change = (more: Partial<Change> = {}): Change => ({ transaction: null, patches: [], tree: {}, undoLabel: null, redoLabel: null, ...more });
export const tree: TreeChange = {
  nodes: {
    a: { component: 'box', parent: null, slot: 'components' },
    b: { component: 'box', parent: null, slot: 'components' },
    c: { component: 'box', parent: 'b', slot: 'content' },
  },
  children: { '': { components: ['a', 'b'] }, b: { content: ['c'] } },
};
export const component = { definition: { name: 'box', display_name: 'Box', category: 'layout' }, template: '', style: '' } satisfies ComponentSource;
export const other = { ...component, definition: { ...component.definition, name: 'promo' } } satisfies ComponentSource;
export const pending = (id: string): Transaction => ({ id, label: id, operations: [] });
export const welcome = { type: 'welcome', sequence: 7, role: 'admin', canEdit: true, library: 'first' } as const;

export let engine: FakeEngine;
export let engines: FakeEngine[];
export let link: {
  submit: Mock<SessionLink['submit']>;
  present: Mock<SessionLink['present']>;
  restart: Mock<SessionLink['restart']>;
  connectNow: Mock<SessionLink['connectNow']>;
  close: Mock<SessionLink['close']>;
};
export let queue: PendingQueue;
export let session: PageSession;
export let fetchComponents: Mock<() => Promise<VersionedLibrary>>;

// Starts one: `connecting` is called when the session asks for its connection; `fault` is why there is no engine.
export async function start(restored: Transaction[] = [], connecting = () => {}, fault: Error | null = null): Promise<void> {
  queue = new PendingQueue({ put: () => Promise.resolve(), remove: () => Promise.resolve() }, restored);
  session = new PageSession({
    pageId: 'p',
    components: { id: 'first', library: new ComponentLibrary([component]) },
    fetchComponents,
    tokens: {},
    baseCss: '',
    context: { name: 'P', description: '', canonicalUrl: '', siteName: '' },
    client: { clientId: 'me', queue, release: () => undefined },
    createEngine: () => {
      engine = new FakeEngine();
      engine.answers.open = engine.answers.reset = () => ({ html: '<html></html>', tree });
      engine.answers.apply = (request) => change({ transaction: request.transaction as Transaction, undoLabel: 'Did it' });
      engines.push(engine);
      return fault ? Promise.reject(fault) : Promise.resolve(engine);
    },
  });
  link = {
    submit: vi.fn<SessionLink['submit']>(),
    present: vi.fn<SessionLink['present']>(),
    restart: vi.fn<SessionLink['restart']>(),
    connectNow: vi.fn<SessionLink['connectNow']>(),
    close: vi.fn<SessionLink['close']>(),
  };
  await session.start(() => {
    connecting();
    return link;
  });
}

// A new one before each test, welcomed and connected.
export async function startWelcomed(): Promise<void> {
  engines = [];
  fetchComponents = vi.fn(() => Promise.resolve({ id: 'second', library: new ComponentLibrary([component, other]) }));
  await start();
  session.receive({ ...welcome, document: {} });
  session.showConnection('open');
}

export const sent = () => link.submit.mock.calls.map(([message]) => (JSON.parse(message) as { transaction: Transaction }).transaction);
export const remove = (id: string) => session.apply(`Remove ${id}`, [{ type: 'remove_node', id }]);

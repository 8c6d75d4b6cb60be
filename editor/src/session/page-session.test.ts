import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';

import type { CallName, Change, TreeChange } from '../engine/calls.ts';
import type { ComponentSource } from '../engine/component.ts';
import { EngineRefusal, EngineTrap, type Engine } from '../engine/engine.ts';
import type { Transaction } from '../engine/document.ts';

import { ComponentLibrary } from './component-library.ts';
import { PendingQueue } from './connection/pending-queue.ts';
import { largestMessage } from './connection/protocol.ts';
import { saveStateText } from './editor-state.ts';
import type { SessionLink, VersionedLibrary } from './page-session-options.ts';
import { PageSession } from './page-session.ts';

type Answer = (request: Record<string, unknown>) => unknown;

// Answers like the engine, as far as a test says; notes what was asked.
class FakeEngine implements Engine {
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

const change = (more: Partial<Change> = {}): Change => ({ transaction: null, patches: [], tree: {}, undoLabel: null, redoLabel: null, ...more });
const tree: TreeChange = {
  nodes: {
    a: { component: 'box', parent: null, slot: 'components' },
    b: { component: 'box', parent: null, slot: 'components' },
    c: { component: 'box', parent: 'b', slot: 'content' },
  },
  children: { '': { components: ['a', 'b'] }, b: { content: ['c'] } },
};
const component = { definition: { name: 'box', display_name: 'Box', category: 'layout' }, template: '', style: '' } satisfies ComponentSource;
const other = { ...component, definition: { ...component.definition, name: 'promo' } } satisfies ComponentSource;
const pending = (id: string): Transaction => ({ id, label: id, operations: [] });
const welcome = { type: 'welcome', sequence: 7, role: 'admin', canEdit: true, library: 'first' } as const;

describe('PageSession', () => {
  let engine: FakeEngine;
  let engines: FakeEngine[];
  let link: {
    submit: Mock<SessionLink['submit']>;
    present: Mock<SessionLink['present']>;
    restart: Mock<SessionLink['restart']>;
    connectNow: Mock<SessionLink['connectNow']>;
    close: Mock<SessionLink['close']>;
  };
  let queue: PendingQueue;
  let session: PageSession;
  let fetchComponents: Mock<() => Promise<VersionedLibrary>>;

  // `connecting` is called when the session asks for its connection; `fault` is why there is no engine.
  const start = async (restored: Transaction[] = [], connecting = () => {}, fault: Error | null = null) => {
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
  };

  beforeEach(async () => {
    engines = [];
    fetchComponents = vi.fn(() => Promise.resolve({ id: 'second', library: new ComponentLibrary([component, other]) }));
    await start();
    session.receive({ ...welcome, document: {} });
    session.showConnection('open');
  });

  const sent = () => link.submit.mock.calls.map(([message]) => (JSON.parse(message) as { transaction: Transaction }).transaction);
  const remove = (id: string) => session.apply(`Remove ${id}`, [{ type: 'remove_node', id }]);

  it('opens the document of the welcome', () => {
    expect(engine.names()).toEqual(['load_library', 'open']);
    expect(session.state.get()).toMatchObject({ status: 'ready', canEdit: true, saveState: { kind: 'saved' } });
    expect(session.since()).toBe(7);
  });

  it('hears the server while the engine is still loading, and does what it said once it is there', async () => {
    await start([], () => {
      session.receive({ ...welcome, document: {} });
      session.receive({ type: 'transaction', sequence: 8, ...pending('x-1') });
      expect(session.hasPage()).toBe(false);
    });
    expect(engine.names()).toEqual(['load_library', 'open', 'receive']);
    expect(session.since()).toBe(8);
  });

  it('ends the connection where the engine can’t be loaded', async () => {
    await expect(start([], () => {}, new Error('no engine'))).rejects.toThrow('no engine');
    expect(link.close).toHaveBeenCalledOnce();
  });

  it('says so where the engine does not take the document', async () => {
    await start();
    engine.answers.open = () => {
      throw new EngineRefusal('invalid_prop', 'The title is too long.', '/components/0');
    };
    session.receive({ ...welcome, document: {} });
    expect(session.state.get()).toMatchObject({ status: 'failed', failure: { reason: 'engine', message: 'The title is too long.' } });
  });

  it('fetches the components anew when the page is written with others, and starts over', async () => {
    remove('a');
    const left = queue.all();
    session.receive({ ...welcome, library: 'second', transactions: [] });
    await vi.waitFor(() => expect(link.restart).toHaveBeenCalledTimes(1));
    expect(session.library.find('promo')).toBeDefined();
    expect(session.since()).toBeNull();
    session.receive({ ...welcome, library: 'second', document: {} });
    expect(engine.names()).toEqual(['load_library', 'open', 'reset']);
    expect(engine.asked.at(-1)?.[1]).toMatchObject({ pending: left });
    expect(fetchComponents).toHaveBeenCalledTimes(1);
  });

  it('goes on with what it has where the components that it fetches are no others', async () => {
    session.receive({ ...welcome, library: 'third', transactions: [] });
    await vi.waitFor(() => expect(link.restart).toHaveBeenCalledTimes(1));
    session.receive({ ...welcome, library: 'third', document: {} });
    expect(session.state.get().status).toBe('ready');
    expect(fetchComponents).toHaveBeenCalledTimes(1);
  });

  describe('where the components can’t be fetched', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('tries again ever more slowly, says so once, and starts over when it has them', async () => {
      const notices: string[] = [];
      session.notices.on(({ message }) => notices.push(message));
      for (let times = 0; times < 4; times += 1) fetchComponents.mockRejectedValueOnce(new Error('offline'));
      session.receive({ ...welcome, library: 'second', transactions: [] });
      await vi.advanceTimersByTimeAsync(150);
      expect(fetchComponents).toHaveBeenCalledTimes(1);
      await vi.advanceTimersByTimeAsync(250 + 800 + 1600);
      expect(fetchComponents.mock.calls.length).toBeGreaterThanOrEqual(4);
      expect(link.restart).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(3200);
      expect(fetchComponents).toHaveBeenCalledTimes(5);
      expect(notices).toHaveLength(1);
      expect(link.restart).toHaveBeenCalledTimes(1);
      expect(session.since()).toBeNull();
      session.receive({ ...welcome, library: 'second', document: {} });
      expect(session.library.find('promo')).toBeDefined();
    });

    it('sends nothing meanwhile that builds on what was not sent, and follows nobody', async () => {
      fetchComponents.mockRejectedValueOnce(new Error('offline'));
      session.showConnection('offline');
      remove('a');
      link.submit.mockClear();
      session.receive({ ...welcome, library: 'second', transactions: [] });
      remove('b');
      session.receive({ type: 'transaction', ...pending('other-1'), sequence: 9 });
      session.receive({ ...welcome, library: 'second', document: {} });
      expect(sent()).toEqual([]);
      expect(engine.names()).not.toContain('receive');
      await vi.advanceTimersByTimeAsync(400);
      session.receive({ ...welcome, library: 'second', document: {} });
      expect(sent().map(({ label }) => label)).toEqual(['Remove a', 'Remove b']);
    });

    it('gives up when the page is left', async () => {
      fetchComponents.mockRejectedValue(new Error('offline'));
      session.receive({ ...welcome, library: 'second', transactions: [] });
      await vi.advanceTimersByTimeAsync(0);
      session.close();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(fetchComponents).toHaveBeenCalledTimes(1);
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  it('begins anew where the engine does not follow, and takes nothing more of that welcome', () => {
    engine.answers.receive = () => {
      throw new EngineRefusal('gone', 'No.', '');
    };
    session.receive({ ...welcome, sequence: 9, transactions: [{ ...pending('x-1'), sequence: 8 }, { ...pending('x-2'), sequence: 9 }] });
    expect(link.restart).toHaveBeenCalledTimes(1);
    expect(session.since()).toBeNull();
  });

  it('begins anew where the server has taken what the engine does not know', () => {
    remove('a');
    engine.answers.acknowledge = () => {
      throw new EngineRefusal('gone', 'No transaction is waiting.', '');
    };
    session.receive({ type: 'acknowledge', id: queue.all()[0]?.id ?? '', sequence: 8 });
    expect(queue.all()).toEqual([]);
    expect(link.restart).toHaveBeenCalledTimes(1);
    expect(session.since()).toBeNull();
  });

  it('gives up what the server refuses, also where the engine does not know it', async () => {
    const notices: string[] = [];
    await start([pending('me-1')]);
    session.notices.on(({ message }) => notices.push(message));
    session.receive({ ...welcome, document: {} });
    engine.answers.refuse = () => {
      throw new EngineRefusal('gone', 'No transaction is waiting.', '');
    };
    session.receive({ type: 'refuse', id: 'me-1', error: { code: 'invalid_operation', message: 'The component is gone.' } });
    expect(queue.all()).toEqual([]);
    expect(notices).toEqual(['The component is gone.']);
    expect(link.restart).not.toHaveBeenCalled();
  });

  it('sends what it applies, and is saved when the server has it', () => {
    expect(remove('a')).toBeNull();
    const [transaction] = queue.all();
    expect(transaction?.id).toMatch(/^me-\d+$/);
    expect(sent()).toEqual([transaction]);
    expect(session.state.get()).toMatchObject({ saveState: { kind: 'saving', changes: 1 }, undoLabel: 'Did it' });
    session.receive({ type: 'acknowledge', id: transaction?.id ?? '', sequence: 8 });
    expect(engine.names().at(-1)).toBe('acknowledge');
    expect(session.state.get().saveState).toEqual({ kind: 'saved' });
    expect(session.since()).toBe(8);
  });

  it('keeps what it applies offline, and submits it again after the next welcome', () => {
    session.showConnection('offline');
    remove('a');
    expect(session.state.get().saveState).toEqual({ kind: 'offline', changes: 1 });
    session.showConnection('connecting');
    expect(session.state.get().saveState.kind).toBe('offline');
    link.submit.mockClear();
    session.showConnection('open');
    session.receive({ ...welcome, transactions: [] });
    expect(link.submit).toHaveBeenCalledTimes(1);
    expect(session.state.get().saveState.kind).toBe('saving');
  });

  it('finds its own transactions among those of a welcome', () => {
    remove('a');
    const own = queue.all()[0] as Transaction;
    session.receive({ ...welcome, sequence: 9, transactions: [{ ...own, sequence: 8 }, { ...pending('other-1'), sequence: 9 }] });
    expect(engine.names().slice(-2)).toEqual(['acknowledge', 'receive']);
    expect(queue.all()).toEqual([]);
    expect(session.since()).toBe(9);
  });

  it('takes others’ transactions once', () => {
    const other = { type: 'transaction', ...pending('other-1'), sequence: 8 } as const;
    session.receive(other);
    session.receive(other);
    expect(engine.names().filter((name) => name === 'receive')).toHaveLength(1);
  });

  it('takes back what the server refuses, and says why', () => {
    const notices: string[] = [];
    session.notices.on(({ message }) => notices.push(message));
    remove('a');
    session.receive({ type: 'refuse', id: queue.all()[0]?.id ?? '', error: { code: 'x', message: 'No.' } });
    expect(engine.names().at(-1)).toBe('refuse');
    expect(notices).toEqual(['No.']);
  });

  it('applies restored transactions on top of the document', async () => {
    await start([pending('me-1')]);
    session.receive({ ...welcome, document: {} });
    expect(engine.asked.at(-1)).toEqual(['reset', { document: {}, pending: [pending('me-1')] }]);
    expect(sent()).toEqual([pending('me-1')]);
  });

  it('gives the engine’s refusal and sends nothing', () => {
    engine.answers.apply = () => {
      throw new EngineRefusal('invalid_prop', 'Too long.', '/title');
    };
    expect(remove('a')?.message).toBe('Too long.');
    expect(link.submit).not.toHaveBeenCalled();
  });

  const heavy = (id: string): Transaction => ({ id, label: id, operations: [{ type: 'set_page', key: 'title', value: 'x'.repeat(largestMessage) }] });

  it.each(['x', '€'])('refuses what the server would not take before it does any of it: %s', (letter) => {
    const title = letter.repeat(letter === 'x' ? largestMessage : largestMessage / 3 + 1);
    expect(session.apply('Write', [{ type: 'set_page', key: 'title', value: title }])).toMatchObject({ code: 'too_large', message: expect.stringContaining('4 MiB') });
    expect(engine.names()).not.toContain('apply');
    expect(queue.all()).toEqual([]);
    expect(session.apply('Write', [{ type: 'set_page', key: 'title', value: letter.repeat(largestMessage / 3 - 1000) }])).toBeNull();
  });

  it('takes back an undo that is larger than the server takes', () => {
    const notices: string[] = [];
    session.notices.on(({ message }) => notices.push(message));
    remove('a');
    link.submit.mockClear();
    engine.answers.undo = () => change({ transaction: heavy('me-u') });
    session.undo();
    expect(engine.asked.at(-1)).toEqual(['refuse', { id: 'me-u' }]);
    expect(link.submit).not.toHaveBeenCalled();
    expect(queue.has('me-u')).toBe(false);
    expect(notices).toEqual([expect.stringContaining('was taken back')]);
  });

  it('undoes in portions what is too large to be sent at once', () => {
    remove('a');
    link.submit.mockClear();
    const portions = [change({ transaction: pending('me-u1'), unfinished: true }), change({ transaction: pending('me-u2') })];
    engine.answers.undo = () => portions.shift();
    session.undo();
    expect(portions).toEqual([]);
    expect(sent()).toEqual([pending('me-u1'), pending('me-u2')]);
    const asked = engine.asked.filter(([name]) => name === 'undo').map(([, request]) => request as { id: string; mostBytes: number });
    expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
    expect(asked[0]?.mostBytes).toBeLessThan(largestMessage);
  });

  it('does not send again what an earlier session left that is too large', async () => {
    await start([heavy('me-1'), pending('me-2')]);
    session.receive({ ...welcome, document: {} });
    expect(sent()).toEqual([pending('me-2')]);
    expect(queue.all()).toEqual([pending('me-2')]);
  });

  it('says what came too late', () => {
    const notices: string[] = [];
    session.notices.on(({ message }) => notices.push(message));
    remove('a');
    const operation = { type: 'remove_node', id: 'c' } as const;
    const late = { operation, error: { code: 'gone', message: 'The node "c" no longer exists.', path: 'c' } };
    engine.answers.acknowledge = () => change({ leftOut: [late, late] });
    session.receive({ type: 'acknowledge', id: queue.all()[0]?.id ?? '', sequence: 8, operations: [] });
    expect(notices).toEqual(['2 changes of yours came too late. The node "c" no longer exists.']);
  });

  it('refuses changes of those who may only look', () => {
    session.receive({ ...welcome, canEdit: false });
    expect(remove('a')?.code).toBe('forbidden');
    expect(engine.names()).not.toContain('apply');
  });

  // A right that was withdrawn, and a branch that was protected, look the same here.
  it('keeps what it may not send any more, and sends it when it may again', async () => {
    await start([pending('me-1')]);
    session.showConnection('open');
    session.receive({ ...welcome, role: 'editor', canEdit: false, document: {} });
    expect(sent()).toEqual([]);
    expect(queue.all()).toEqual([pending('me-1')]);
    expect(session.state.get()).toMatchObject({ status: 'ready', canEdit: false, saveState: { kind: 'view-only', changes: 1 } });
    expect(saveStateText(session.state.get().saveState)).toBe('View only, 1 change kept');
    session.showConnection('offline');
    session.showConnection('open');
    session.receive({ ...welcome, role: 'editor', transactions: [] });
    expect(sent()).toEqual([pending('me-1')]);
    expect(session.state.get()).toMatchObject({ canEdit: true, saveState: { kind: 'saving', changes: 1 } });
  });

  it('gives up what it may not send, and shows the page as the server has it', async () => {
    await start([pending('me-1'), pending('me-2')]);
    session.showConnection('open');
    session.receive({ ...welcome, canEdit: false, document: {} });
    session.discardPending();
    expect(engine.asked.slice(-2)).toEqual([['refuse', { id: 'me-2' }], ['refuse', { id: 'me-1' }]]);
    expect(queue.all()).toEqual([]);
    expect(session.state.get().saveState).toEqual({ kind: 'saved' });
  });

  it('steps neither back nor forth for those who may only look', () => {
    remove('a');
    engine.answers.receive = () => change({ undoLabel: 'Did it', redoLabel: 'Did it' });
    session.receive({ ...welcome, canEdit: false, transactions: [{ ...pending('other-1'), sequence: 8 }] });
    session.undo();
    session.redo();
    expect(engine.names()).not.toContain('undo');
    expect(engine.names()).not.toContain('redo');
  });

  it('goes on with a new engine after a trap', async () => {
    engine.answers.apply = () => {
      throw new EngineTrap('unreachable');
    };
    expect(remove('a')?.code).toBe('trap');
    await vi.waitFor(() => expect(link.restart).toHaveBeenCalled());
    expect(engines).toHaveLength(2);
    expect(engine.asked.at(-1)?.[1]).toMatchObject({ document: { components: [{ id: 'a' }, { id: 'b' }] } });
    expect(session.since()).toBeNull();
    session.receive({ ...welcome, document: {} });
    expect(remove('b')).toBeNull();
  });

  it('selects the neighbour of what is removed, or the parent', () => {
    session.select('a');
    engine.answers.apply = () => change({ tree: { removed: ['a'], children: { '': { components: ['b'] } } } });
    remove('a');
    expect(session.state.get().selection).toBe('b');
    session.select('c');
    engine.answers.apply = () => change({ tree: { removed: ['c'], children: { b: { content: [] } } } });
    remove('c');
    expect(session.state.get().selection).toBe('b');
  });

  it('stays open when the session ends, and goes on when somebody has signed in', () => {
    session.showConnection('connecting');
    session.fail('signed-out');
    remove('a');
    expect(session.state.get()).toMatchObject({ status: 'ready', canEdit: true, failure: null, saveState: { kind: 'signed-out', changes: 1 } });
    expect(saveStateText(session.state.get().saveState)).toBe('Signed out, 1 change kept');
    session.showConnection('connecting');
    expect(session.state.get().saveState.kind).toBe('signed-out');
    session.showConnection('open');
    session.receive({ ...welcome, transactions: [] });
    expect(session.state.get().saveState).toEqual({ kind: 'saving', changes: 1 });
  });

  it('says that the server is full until it stores something again', () => {
    const notices: string[] = [];
    session.notices.on(({ message }) => notices.push(message));
    remove('a');
    remove('b');
    const [first] = queue.all();
    session.receive({ type: 'error', error: { code: 'storage_full', message: 'Full.' } });
    session.showConnection('offline');
    session.showConnection('open');
    session.receive({ ...welcome, transactions: [] });
    expect(session.state.get().saveState).toEqual({ kind: 'server-full', changes: 2 });
    expect(saveStateText(session.state.get().saveState)).toBe('Server full, 2 changes kept');
    expect(notices).toEqual([]); // the state says it for as long as it is so
    session.receive({ type: 'acknowledge', id: first?.id ?? '', sequence: 8 });
    expect(session.state.get().saveState).toEqual({ kind: 'saving', changes: 1 });
  });

  it('keeps a page that was deleted, and all of what is on it', () => {
    remove('a');
    session.fail('no-such-page');
    expect(session.state.get()).toMatchObject({ status: 'failed', canEdit: false, saveState: { kind: 'lost-page', changes: 1 } });
    expect(remove('b')?.code).toBe('forbidden');
    session.read('document', {});
    expect(engine.names().at(-1)).toBe('document');
    session.reconnect();
    expect(link.connectNow).toHaveBeenCalledOnce();
    session.showConnection('open');
    session.receive({ ...welcome, transactions: [] });
    expect(session.state.get()).toMatchObject({ status: 'ready', canEdit: true, failure: null, saveState: { kind: 'saving', changes: 1 } });
    session.forgetPending();
    expect(session.state.get().saveState).toEqual({ kind: 'saved' });
  });

  it('hands patches on with the components of the nodes', () => {
    const updates: unknown[] = [];
    session.updates.on((update) => updates.push(update));
    const patch = { type: 'remove', id: 'a' } as const;
    engine.answers.apply = () => change({ patches: [patch], tree: { nodes: { n: { component: 'box', parent: null, slot: 'components' } } } });
    remove('a');
    expect(updates).toEqual([{ patches: [patch], components: { n: 'box' } }]);
  });
});

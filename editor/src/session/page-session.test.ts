import { beforeEach, describe, expect, it, vi } from 'vitest';

import { EngineRefusal, EngineTrap } from '../engine/engine.ts';
import type { Transaction } from '../engine/document.ts';
import { largestMessage } from './connection/protocol.ts';
import { saveStateText } from './editor-state.ts';
import { change, engine, engines, link, pending, queue, remove, sent, session, start, startWelcomed, welcome } from './session-for-tests.ts';

describe('PageSession', () => {
  beforeEach(startWelcomed);

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

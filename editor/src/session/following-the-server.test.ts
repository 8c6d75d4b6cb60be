import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { EngineRefusal } from '../engine/engine.ts';
import { engine, fetchComponents, link, pending, queue, remove, sent, session, start, startWelcomed, welcome } from './session-for-tests.ts';

describe('PageSession, following the server', () => {
  beforeEach(startWelcomed);

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
});

// The editor's side of the channel, with the real engine behind it and a frame that only notes what it is told.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { freshId } from '../session/ids.ts';
import { setLocked } from '../session/node-settings.ts';
import { compileEngine, openPageForTests } from '../session/page-for-tests.ts';
import type { PageSession } from '../session/page-session.ts';

import { CanvasHost } from './canvas-host.ts';
import { FrameChannel } from './frame-channel.ts';
import { frameReady, type FrameMessage, type HostMessage } from './protocol.ts';

const document = { components: [{ id: 'section', component: 'section', children: { content: [{ id: 'card', component: 'card' }] } }] };

describe('CanvasHost', () => {
  let module: WebAssembly.Module;
  let session: PageSession;
  let host: CanvasHost;
  let iframe: HTMLIFrameElement;
  let channel: FrameChannel;
  let port: MessagePort;
  let heard: HostMessage[];
  let refusals: string[];
  let unload: () => void;

  beforeAll(async () => {
    module = await compileEngine();
  });

  beforeEach(async () => {
    ({ session } = await openPageForTests(module, document));
    heard = [];
    refusals = [];
    session.notices.on(({ message }) => refusals.push(message));
    const contentWindow = {
      postMessage: (_message: string, _origin: string, [given]: [MessagePort]) => {
        port = given;
        port.onmessage = ({ data }: MessageEvent<HostMessage>) => heard.push(data);
      },
    };
    iframe = { contentWindow } as unknown as HTMLIFrameElement;
    channel = new FrameChannel();
    unload = channel.load(iframe, 'about:blank');
    host = newHost();
    greet();
    await hears('comments');
  });

  afterEach(() => {
    host.close();
    unload();
    port.close();
  });

  const newHost = () =>
    new CanvasHost(session, iframe, channel, {
      onKey: vi.fn(),
      onPaste: vi.fn(),
      onZoom: vi.fn(),
      onCommand: vi.fn(),
      onOpened: vi.fn(),
      onTextEditing: vi.fn(),
    });
  const greet = () => dispatchEvent(new MessageEvent('message', { source: iframe.contentWindow, data: frameReady }));
  const shown = () => heard.findLast((message) => message.type === 'open')?.html;

  const say = (message: FrameMessage) => port.postMessage(message);
  const told = () => heard.map(({ type }) => type);
  const hears = (type: HostMessage['type']) => vi.waitFor(() => expect(told()).toContain(type));
  // Whatever was said before, and its answers, have been heard.
  const settle = async () => {
    const id = freshId();
    say({ type: 'hover', id });
    await vi.waitFor(() => expect(session.state.get().hovered).toBe(id));
    session.reveal(id);
    await vi.waitFor(() => expect(heard).toContainEqual({ type: 'reveal', id }));
  };

  it('gives the page to a frame that was there before it', async () => {
    host.close();
    heard = [];
    host = newHost();
    await hears('comments');
    expect(shown()).toContain('data-node="card"');
  });

  it('gives a frame that comes later, or anew, the page as it is then', async () => {
    session.apply('Delete', [{ type: 'remove_node', id: 'card' }]);
    port.close();
    heard = [];
    greet();
    await hears('comments');
    expect(shown()).toContain('data-node="section"');
    expect(shown()).not.toContain('data-node="card"');
    expect(told().filter((type) => type === 'open')).toHaveLength(1);
  });

  it('ends the editing of a text that is locked, by itself or by what it stands in', async () => {
    setLocked(session, ['section'], true);
    say({ type: 'editing', id: 'card' });
    await hears('stop-text');
    expect(refusals).toEqual(['“Section” is locked. Unlock it to change it.']);
  });

  it('ends it when the lock comes while somebody writes', async () => {
    say({ type: 'editing', id: 'card' });
    await settle();
    expect(told()).not.toContain('stop-text');
    setLocked(session, ['section'], true);
    await hears('stop-text');
    expect(refusals).toHaveLength(1);
    say({ type: 'editing', id: null });
    await settle();
    setLocked(session, ['section'], false);
    setLocked(session, ['section'], true);
    expect(refusals).toHaveLength(1);
  });

  it('does not ask for a text that is locked, and says why', async () => {
    session.editText('card');
    await hears('edit-text');
    heard = [];
    setLocked(session, ['card'], true);
    session.editText('card');
    await settle();
    expect(told()).not.toContain('edit-text');
    expect(refusals).toEqual(['“Card” is locked. Unlock it to change it.']);
  });
});

import { act, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { compileEngine, openPageForTests } from '../session/page-for-tests.ts';
import { SessionContext } from '../session/react.ts';

import { CanvasView } from './canvas-view.tsx';
import { frameReady, type HostMessage } from './protocol.ts';

const page = { components: [{ id: 'title', component: 'heading' }] };
const view = <CanvasView onKey={vi.fn()} onPaste={vi.fn()} onZoom={vi.fn()} onCommand={vi.fn()} />;

describe('CanvasView', () => {
  it('loads its frame before the page is there, and gives that frame the page', async () => {
    const { rerender } = render(<SessionContext value={null}>{view}</SessionContext>);
    const frame = screen.getByTitle<HTMLIFrameElement>('Page');
    expect(frame.getAttribute('src')).toBe('/canvas-frame');
    expect(screen.getByRole('status')).toHaveTextContent('Opening the page…');

    const heard: HostMessage[] = [];
    const contentWindow = {
      postMessage: (_message: string, _origin: string, [port]: [MessagePort]) => {
        port.onmessage = ({ data }: MessageEvent<HostMessage>) => heard.push(data);
      },
    } as unknown as Window;
    Object.defineProperty(frame, 'contentWindow', { value: contentWindow });
    act(() => void dispatchEvent(new MessageEvent('message', { source: contentWindow, data: frameReady })));

    const { session } = await openPageForTests(await compileEngine(), page);
    rerender(<SessionContext value={session}>{view}</SessionContext>);
    expect(screen.getByTitle('Page')).toBe(frame);
    await vi.waitFor(() => expect(heard.find(({ type }) => type === 'open')).toMatchObject({ html: expect.stringContaining('data-node="title"') }));
  });
});

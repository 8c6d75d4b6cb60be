import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer, signInForTests } from '../../api/sign-in-for-tests.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { VersionCompare } from './version-compare.tsx';
import { VersionFrame } from './version-frame.tsx';

const session = { pageId: 'p', context: () => ({ name: 'P', description: '', canonicalUrl: '', siteName: '' }) } as unknown as PageSession;
const difference = {
  changes: [
    { type: 'removed', id: 'a' },
    { type: 'removed', id: 'b' },
  ],
  sentences: ['Text removed', 'Image removed'],
};

/** The comparison of version 3 with the page as it is, after that was looked at a moment ago. */
function show() {
  signInForTests('viewer');
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(path.includes('/diff/') ? jsonAnswer(difference) : jsonAnswer({ title: 'Not now', status: 503 }, 503));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(['canvas-preview', 'p', 'current', 0], '<p>As it was</p>');
  queries.setQueryData(['canvas-preview', 'p', 3], '<p>Version 3</p>');
  const shown = (state: number) => (
    <QueryClientProvider client={queries}>
      <TooltipProvider>
        <SessionContext value={session}>
          <VersionCompare versions={[]} from={3} state={state} />
        </SessionContext>
      </TooltipProvider>
    </QueryClientProvider>
  );
  const { rerender } = render(shown(0));
  return { asked, changePage: () => rerender(shown(1)) };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

describe('the comparison of versions', () => {
  it('asks for the page as it is, whatever it was a moment ago, and for no version twice', async () => {
    const { asked } = show();
    await waitFor(() => expect(asked).toContain('/api/v1/pages/p'));
    expect(asked).not.toContain('/api/v1/pages/p/versions/3');
  });

  it('forgets which change was chosen when it compares something else', async () => {
    const { changePage } = show();
    await userEvent.click(await screen.findByRole('button', { name: /Image removed/ }));
    expect(screen.getByRole('button', { name: /Image removed/ })).toHaveAttribute('aria-current', 'true');
    changePage();
    expect(await screen.findByRole('button', { name: /Image removed/ })).toHaveAttribute('aria-current', 'false');
    expect(screen.getByText('Walk through them')).toBeInTheDocument();
  });

  it('measures anew at another width', () => {
    const onReady = vi.fn();
    const frame = (width: number) => <VersionFrame title="Version 3" html="<p>x</p>" hasFailed={false} pageWidth={width} marks={new Map()} current={null} onReady={onReady} />;
    const { rerender } = render(frame(1280));
    const before = onReady.mock.calls.length;
    rerender(frame(1280));
    expect(onReady).toHaveBeenCalledTimes(before);
    rerender(frame(390));
    expect(onReady).toHaveBeenCalledTimes(before + 1);
  });
});

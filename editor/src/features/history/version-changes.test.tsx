import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer, signInForTests } from '../../api/sign-in-for-tests.ts';
import { VersionChanges } from './version-changes.tsx';


function show(answer: () => Response) {
  signInForTests('viewer');
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(answer());
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <VersionChanges pageId="p1" number={3} />
    </QueryClientProvider>,
  );
  return asked;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

describe('the changes since a version', () => {
  it('are told a sentence each, compared with the page as it is', async () => {
    const asked = show(() => jsonAnswer({ changes: [], sentences: ['Heading “Our clinic” → text changed', '3 nodes removed with Section “Team”'] }));
    expect(screen.getByRole('status', { name: 'Comparing' })).toBeInTheDocument();
    expect(await screen.findAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('Heading “Our clinic” → text changed')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Changed since then 2' })).toBeInTheDocument();
    expect(asked).toEqual(['/api/v1/pages/p1/versions/3/diff/current']);
  });

  it('may be none', async () => {
    show(() => jsonAnswer({ changes: [], sentences: [] }));
    expect(await screen.findByText('No differences')).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('can be asked for again', async () => {
    let isBroken = true;
    show(() => (isBroken ? jsonAnswer({ title: 'Not now', status: 503, detail: 'Try again.' }, 503) : jsonAnswer({ changes: [], sentences: ['Page → title changed'] })));
    const again = await screen.findByRole('button', { name: 'Compare again' });
    isBroken = false;
    await userEvent.click(again);
    expect(await screen.findByText('Page → title changed')).toBeInTheDocument();
  });
});

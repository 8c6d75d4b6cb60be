import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { discardUnsent, findUnsent, type Unsent } from '../../session/connection/unsent.ts';
import { showFor } from '../../show-for-tests.tsx';
import { UnsentChanges } from './unsent-changes.tsx';

vi.mock('../../session/connection/unsent.ts');

const unsent: Unsent = { pageId: 'p', count: 2, ids: ['a-1', 'a-2'] };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
  forgetCredentials();
});

it('discards what was meant for a deleted page only after it said what that means', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"type":"x/not_found","title":"Gone"}', { status: 404, headers: { 'Content-Type': 'application/problem+json' } })));
  vi.mocked(findUnsent).mockResolvedValueOnce([unsent]).mockResolvedValue([]);
  vi.mocked(discardUnsent).mockResolvedValue();
  showFor('editor', <UnsentChanges />);
  await userEvent.click(await screen.findByRole('button', { name: 'Discard…' }));
  expect(await screen.findByRole('alertdialog', { name: 'Discard 2 changes?' })).toHaveAccessibleDescription(/the only place that has them/);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(discardUnsent).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Discard…' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(discardUnsent).toHaveBeenCalledWith(unsent);
  await waitFor(() => expect(screen.queryByText(/never reached the server/)).not.toBeInTheDocument());
});

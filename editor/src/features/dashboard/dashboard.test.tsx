import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import { Dashboard } from './dashboard.tsx';
import { showFor } from '../../show-for-tests.tsx';

vi.mock('../../session/connection/unsent.ts', () => ({ findUnsent: () => Promise.resolve([]) }));

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(jsonAnswer({ type: 'x/unavailable', title: 'Not now' }, 503)));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it.each(['Pages', 'Templates', 'Component library', 'Themes', 'Form answers', 'Trash'])('shows behind “%s” what it says', async (tab) => {
  showFor('editor', <Dashboard />);
  await userEvent.click(screen.getByRole('tab', { name: tab }));
  expect(await screen.findByRole('region', { name: tab })).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(tab);
});

it('offers viewers all but what visitors wrote', () => {
  showFor('viewer', <Dashboard />);
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Pages', 'Templates', 'Component library', 'Themes', 'Trash']);
});

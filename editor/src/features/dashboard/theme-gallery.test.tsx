import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import type { Role } from '../../api/types.ts';
import { showFor } from '../../show-for-tests.tsx';
import { ThemeGallery } from './theme-gallery.tsx';

vi.mock('../../previews/previews.tsx', () => ({ ThemePreview: () => null }));

const theme = (name: string, hex: string) => ({
  name: name.toLowerCase(),
  displayName: name,
  description: 'deep blue on white.',
  tokens: { color: { primary: { $type: 'color', $value: hex } } },
});
const themes = [theme('Harbour', '#0b5fff'), theme('Pagewright', '#146b5a')];

/** What the organisation has, and what was sent to be it. */
const server = { tokens: themes[1]?.tokens, sent: [] as unknown[] };

const show = (role: Role) => showFor(role, <ThemeGallery />);
const card = async (name: string) => within((await screen.findByRole('heading', { name })).closest('li') as HTMLElement);

beforeEach(() => {
  Object.assign(server, { tokens: themes[1]?.tokens, sent: [] });
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (path.includes('/design-tokens/themes')) return Promise.resolve(jsonAnswer({ items: themes }));
    if (init?.method === 'PUT') {
      const { tokens } = JSON.parse(init.body as string) as { tokens: typeof server.tokens };
      server.sent.push(tokens);
      server.tokens = tokens;
    }
    return Promise.resolve(jsonAnswer({ id: 'd', name: 'Default', tokens: server.tokens, baseCss: '', version: 1, updatedAt: '' }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('says which theme is in use, and makes another one the organisation’s after asking', async () => {
  show('admin');
  expect((await card('Pagewright')).getByText('In use')).toBeVisible();
  expect((await card('Harbour')).getByText('Deep blue on white.')).toBeVisible();
  await userEvent.click((await card('Harbour')).getByRole('button', { name: 'Use Harbour' }));
  const dialog = screen.getByRole('alertdialog', { name: 'Use Harbour for all pages?' });
  expect(server.sent).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Use Harbour' }));
  expect(await (await card('Harbour')).findByText('In use')).toBeVisible();
  expect(server.sent).toEqual([themes[0]?.tokens]);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});

it('offers nothing to change to those who are no administrators', async () => {
  show('editor');
  expect((await card('Pagewright')).getByText('In use')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { ApiTokens } from './api-tokens.tsx';
import { offeredScopes, wordsOf } from './scope-words.ts';
import { endOf, stateOf } from './token-expiry.ts';

const text = 'pw_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcd1J8N1k';
const token = (id: string, name: string, expiresAt: string | null = null) => ({
  id,
  name,
  prefix: 'pw_012345',
  scopes: ['pages:read'],
  owner: { id: 'u', name: 'Ada', email: 'a@b.example' },
  createdAt: '2026-11-20T10:00:00Z',
  expiresAt,
  lastUsedAt: null,
});

const server = { tokens: [] as ReturnType<typeof token>[], sent: [] as { name: string; scopes: string[]; expiresAt?: string }[], revoked: [] as string[] };

beforeEach(() => {
  Object.assign(server, { tokens: [], sent: [], revoked: [] });
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (path.endsWith('/auth/permissions')) return Promise.resolve(jsonAnswer({ role: 'viewer', operations: {}, scopes: { any: true, 'pages:read': true, 'pages:write': false, 'teams:read': true } }));
    if (init?.method === 'GET') return Promise.resolve(jsonAnswer({ items: server.tokens }));
    if (init?.method === 'DELETE') {
      const id = path.split('/').at(-1) ?? '';
      server.revoked.push(id);
      server.tokens = server.tokens.filter((kept) => kept.id !== id);
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    const wanted = JSON.parse(init?.body as string) as (typeof server.sent)[0];
    server.sent.push(wanted);
    server.tokens = [token('new', wanted.name)];
    return Promise.resolve(jsonAnswer({ apiToken: server.tokens[0], token: text }, 201));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('makes a token of what the role may, in words, and shows its text this once', async () => {
  showFor('viewer', <ApiTokens />);
  expect(await screen.findByText('You have no API tokens')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'New token' }));
  await userEvent.type(await screen.findByLabelText('Name'), 'Backup');
  expect(screen.getByRole('button', { name: 'Create token' })).toBeDisabled();
  expect(screen.queryByLabelText('Make and change pages')).not.toBeInTheDocument();
  await userEvent.click(await screen.findByLabelText(/^Read pages/));
  await userEvent.click(screen.getByRole('button', { name: 'Create token' }));
  expect(await screen.findByLabelText('Token')).toHaveValue(text);
  expect(server.sent).toMatchObject([{ name: 'Backup', scopes: ['pages:read'] }]);
  expect(Date.parse(server.sent[0]?.expiresAt ?? '') - Date.now()).toBeGreaterThan(89 * 24 * 3600 * 1000);
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(await screen.findByText('Backup')).toBeVisible();
  expect(screen.queryByDisplayValue(text)).not.toBeInTheDocument();
});

it('says what each may and whether it has ended, and revokes one after asking', async () => {
  server.tokens = [token('a', 'Import', '2026-01-01T00:00:00Z'), token('b', 'Backup')];
  showFor('editor', <ApiTokens />);
  const row = within((await screen.findByText('Import')).closest('li') as HTMLElement);
  expect(row.getByText('Expired')).toBeVisible();
  expect(row.getByText(/Never used/)).toBeVisible();
  expect(row.getByText('Read pages, their versions, comments and previews')).toBeInTheDocument();
  await userEvent.click(row.getByRole('button', { name: 'Revoke Import' }));
  expect(server.revoked).toEqual([]);
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
  await waitFor(() => expect(screen.queryByText('Import')).not.toBeInTheDocument());
  expect(server.revoked).toEqual(['a']);
  // The row that had the focus is gone: one goes on at its neighbour.
  await waitFor(() => expect(screen.getByRole('button', { name: 'Revoke Backup' })).toHaveFocus());
});

it('has words for every scope that the API has', () => {
  const server = join(import.meta.dirname, '../../../../../server');
  const descriptions = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('_api.json'));
  const scopes = new Set(descriptions.flatMap((path) => [...readFileSync(join(server, path), 'utf8').matchAll(/"scope": "([^"]+)"/g)].map(([, scope]) => scope ?? '')));
  scopes.delete('any');
  expect([...scopes].filter((scope) => wordsOf(scope) === scope)).toEqual([]);
  expect(scopes.size).toBeGreaterThan(25);
});

it('offers a scope that it does not know yet by its name', () => {
  expect(offeredScopes({ any: true, 'pages:read': true, 'moon:write': true, 'teams:write': false }).map(({ name, scopes }) => [name, ...scopes.map(({ scope }) => scope)])).toEqual([
    ['Pages', 'pages:read'],
    ['Others', 'moon:write'],
  ]);
  expect(wordsOf('moon:write')).toBe('moon:write');
});

it('knows when a token ends', () => {
  const now = new Date('2026-11-30T00:00:00Z');
  expect(endOf('30', now)).toBe('2026-12-30T00:00:00.000Z');
  expect(endOf('', now)).toBeNull();
  expect([null, '2027-01-01T00:00:00Z', '2026-12-02T00:00:00Z', '2026-11-29T00:00:00Z'].map((end) => stateOf(end, now))).toEqual(['lasting', 'lasting', 'soon', 'over']);
});

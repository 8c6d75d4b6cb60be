import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import type { Role } from '../../../api/types.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { ReleaseScreen } from './release-screen.tsx';
import { release, server, startServer } from './server-for-tests.ts';

function show(role: Role, id: string) {
  showFor(
    role,
    <Routes>
      <Route path="releases/:id" Component={ReleaseScreen} />
    </Routes>,
    `/releases/${id}`,
  );
}

beforeEach(startServer);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('shows what it changed, its log, and that visitors get it', async () => {
  show('viewer', 'r2');
  expect(await screen.findByRole('heading', { level: 1, name: 'Opening hours' })).toBeVisible();
  expect(screen.getByText(/Visitors get all of its pages/)).toBeVisible();
  expect(within(screen.getByRole('list', { name: 'What it changed' })).getByRole('link', { name: 'About' })).toHaveAttribute('href', '/about/edit');
  expect(within(screen.getByRole('list', { name: 'Log' })).getByText('Pages rendered: 1')).toBeVisible();
  expect(await screen.findByText('Live')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('says which pages visitors do not get', async () => {
  server.releases = [release('r1', { health: { state: 'failing', checkedAt: '2026-11-20T10:00:01Z', pages: [{ path: '/about', status: 404, ok: false }, { path: '/news', status: 200, ok: true }] } })];
  show('viewer', 'r1');
  expect(await screen.findByText('/about: the answer was 404')).toBeVisible();
  expect(screen.queryByText(/^\/news/)).not.toBeInTheDocument();
});

it('tells while it is being checked', async () => {
  server.releases = [release('r1', { createdAt: new Date().toISOString(), health: { state: 'unchecked', checkedAt: null, pages: [] } })];
  show('viewer', 'r1');
  expect(await screen.findByText('The server is asking for its pages as visitors do.')).toBeVisible();
});

it('brings its pages to another environment', async () => {
  server.answer = (_path, { dryRun }) => jsonAnswer({ dryRun: dryRun === true, release: release('r3', { environmentId: 'e2', kind: 'promotion' }) });
  show('admin', 'r2');
  await userEvent.click(await screen.findByRole('button', { name: 'Bring to another environment…' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText('/about as version 2')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Show them in Staging' }));
  expect(server.sent.map(({ path, body }) => [path, body])).toEqual([
    ['/releases/r2/promote', { dryRun: true, environmentId: 'e2' }],
    ['/releases/r2/promote', { message: '', environmentId: 'e2' }],
  ]);
});

it('offers no way back to the newest one, nor to what is not kept', async () => {
  server.releases = [release('r2'), release('r1', { canRollBack: false })];
  show('admin', 'r1');
  expect(await screen.findByText(/cannot go back to it any more/)).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  cleanup();
  show('admin', 'r2');
  expect(await screen.findByText('Live')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Bring to another environment…' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Go back to it…' })).not.toBeInTheDocument();
});

it('says where there is no such release', async () => {
  show('viewer', 'gone');
  expect(await screen.findByText('There is no such release')).toBeVisible();
});

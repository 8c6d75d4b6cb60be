import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import type { Role } from '../../../api/types.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { ReleasesScreen } from './releases-screen.tsx';
import { release, server, shownPage, startServer, upcoming } from './server-for-tests.ts';

const show = (role: Role, at = '/releases') => showFor(role, <ReleasesScreen />, at);

beforeEach(startServer);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('says of each environment what is live and what is out of date', async () => {
  server.shown = [shownPage('about', 'About', { hasChanges: true }), shownPage('news', 'News')];
  show('viewer');
  const cards = within(await screen.findByRole('navigation', { name: 'Environments' }));
  expect(await cards.findByText('2 pages live')).toBeVisible();
  expect(cards.getByText('1 out of date')).toBeVisible();
  expect(cards.getByText('Shows nothing yet')).toBeVisible();
  await userEvent.click(await screen.findByRole('tab', { name: 'Live pages (2)' }));
  const pages = within(screen.getByRole('list', { name: 'What visitors see' }));
  expect(pages.getByText('Changed since')).toBeVisible();
  expect(pages.getByRole('link', { name: 'News' })).toHaveAttribute('href', '/news/edit');
});

it('lists the releases, and which of them visitors see', async () => {
  show('viewer');
  const rows = within(await screen.findByRole('list', { name: 'Releases' })).getAllByRole('listitem');
  expect(rows[0]).toHaveTextContent(/Opening hours.*Live.*Published · 1 page · Ada/);
  expect(rows[1]).toHaveTextContent(/Published About.*Replaced/);
  expect(screen.queryByRole('button', { name: /Publish|Go back/ })).not.toBeInTheDocument();
});

it('goes back after saying what that changes', async () => {
  server.answer = (_path, { dryRun }) => jsonAnswer({ dryRun: dryRun === true, release: release('r3', { kind: 'rollback', pages: [{ pageId: 'news', pageName: 'News', isShown: false, path: null, versionNumber: null, contentHash: null }] }) }, dryRun === true ? 200 : 201);
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'Go back to “Published About”…' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText('is taken off')).toBeVisible();
  await userEvent.type(dialog.getByRole('textbox'), 'Too early');
  await userEvent.click(dialog.getByRole('button', { name: 'Go back in Production' }));
  expect(server.sent.map(({ path, body }) => [path, body])).toEqual([
    ['/releases/r1/rollback', { dryRun: true }],
    ['/releases/r1/rollback', { message: 'Too early' }],
  ]);
});

it('does not go back where that would change nothing, and says so', async () => {
  server.answer = () => jsonAnswer({ title: 'The environment was not changed', detail: 'Production shows just that already.' }, 409);
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: /^Go back/ }));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText('Production shows just that already.')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Go back in Production' })).toBeDisabled();
});

it('publishes what changed, which it lists beforehand', async () => {
  server.shown = [shownPage('about', 'About', { hasChanges: true }), shownPage('news', 'News')];
  server.answer = () => jsonAnswer(release('r3'), 201);
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Publish to Production' }));
  const list = within(dialog.getByRole('list', { name: 'Pages that changed' }));
  expect(list.getAllByRole('listitem')).toHaveLength(1);
  expect(list.getByText('About')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Publish to Production' }));
  expect(server.sent).toEqual([{ method: 'POST', path: '/releases', body: { environmentId: 'e1', message: '', rollbackOnFailure: false, pageIds: ['about'] } }]);
});

it('schedules what will have changed by then', async () => {
  server.answer = () => jsonAnswer({ jobId: 'j', publishAt: '2030-12-24T08:00:00Z' }, 202);
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('radio', { name: /All that changed/ }));
  expect(dialog.getByRole('button', { name: 'Publish to Production' })).toBeDisabled();
  await userEvent.click(dialog.getByRole('radio', { name: 'Later' }));
  const later = `${String(new Date().getFullYear() + 1)}-01-01T08:00`;
  fireEvent.change(dialog.getByLabelText('Date and time'), { target: { value: later } });
  await userEvent.click(dialog.getByRole('switch', { name: /Go back by itself/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Schedule' }));
  expect(server.sent[0]?.body).toEqual({ environmentId: 'e1', message: '', rollbackOnFailure: true, publishAt: new Date(later).toISOString() });
});

it('publishes chosen pages, and names the one that keeps them from it', async () => {
  server.pages = [
    { id: 'p1', name: 'Menu', slug: 'menu', status: 'draft' },
    { id: 'p2', name: 'Prices', slug: 'prices', status: 'draft' },
    { id: 'p3', name: 'Old', slug: 'old', status: 'archived' },
  ];
  server.answer = () => jsonAnswer({ title: 'The pages were not published', errors: [{ path: '/pageIds/1', message: 'must be the id of a page' }] }, 422);
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(await dialog.findByRole('checkbox', { name: /Menu/ }));
  await userEvent.click(dialog.getByRole('checkbox', { name: /Prices/ }));
  expect(dialog.getByText('2 pages chosen: Menu, Prices')).toBeVisible();
  expect(dialog.getByRole('checkbox', { name: /Old/ })).toBeDisabled();
  await userEvent.click(dialog.getByRole('button', { name: 'Publish to Production' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('“Prices” is not there any more: choose again without it.');
});

it('shows what comes up, how far it is, and lets one cancel it', async () => {
  server.upcoming = [
    upcoming('j1', { state: 'running', message: 'Autumn', progress: { done: 20, total: 60 }, pageCount: 60 }),
    upcoming('j2', { pageCount: 5, pages: [{ pageId: 'a', pageName: 'About' }, { pageId: 'n', pageName: 'News' }] }),
    upcoming('j3', { state: 'failed', fault: 'The page "Old" is archived.' }),
    upcoming('j4', { environmentId: 'e2', message: 'Elsewhere' }),
  ];
  server.answer = () => {
    server.upcoming = [];
    return jsonAnswer({});
  };
  show('admin');
  const part = within(await screen.findByRole('region', { name: 'Coming up' }));
  expect(part.getByText('20 of 60 pages rendered')).toBeVisible();
  expect(part.getByText('The page "Old" is archived.')).toBeVisible();
  expect(part.queryByText('Elsewhere')).not.toBeInTheDocument();
  await userEvent.click(part.getByRole('button', { name: 'Cancel “About, News and 3 more”…' }));
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Cancel the release' }));
  expect(server.sent.map(({ path }) => path)).toEqual(['/jobs/j2/cancel']);
  await vi.waitFor(() => expect(screen.queryByRole('region', { name: 'Coming up' })).not.toBeInTheDocument());
});

it('opens at the environment that its address names', async () => {
  show('viewer', '/releases?environment=e2');
  expect(await screen.findByRole('heading', { level: 2, name: 'Staging' })).toBeVisible();
});

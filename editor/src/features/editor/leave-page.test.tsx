import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import { noStorage } from '../../session/connection/pending-database.ts';
import { PendingQueue, type PendingStorage } from '../../session/connection/pending-queue.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { maySignOut } from '../../ui/before-signing-out.ts';

import { LeavePage } from './leave-page.tsx';

afterEach(cleanup);

// A page with one change that the server has not got, where the browser keeps things so.
function show(storage: PendingStorage) {
  const queue = new PendingQueue(storage);
  const session = { hasUnkeptChanges: queue.hasUnkept } as unknown as PageSession;
  const page = (
    <SessionContext value={session}>
      <Link to="/">All pages</Link>
      <LeavePage session={session} />
    </SessionContext>
  );
  const router = createMemoryRouter([{ path: ':id/edit', element: page }, { index: true, element: <h1>Pages</h1> }], { initialEntries: ['/p/edit'] });
  render(<RouterProvider router={router} />);
  act(() => queue.add({ id: 'me-1', label: '', operations: [] }));
  return { queue, router };
}
const leave = () => userEvent.click(screen.getByRole('link', { name: 'All pages' }));
const question = () => screen.findByRole('alertdialog', { name: 'Leave without saving?' });

it('asks before changes are lost that are in this tab only', async () => {
  const { router } = show(noStorage);
  await leave();
  expect(await question()).toHaveAccessibleDescription(/this browser keeps nothing/);
  expect(router.state.location.pathname).toBe('/p/edit');
  await userEvent.click(within(await question()).getByRole('button', { name: 'Cancel' }));
  expect(router.state.location.pathname).toBe('/p/edit');
  await leave();
  await userEvent.click(within(await question()).getByRole('button', { name: 'Leave' }));
  expect(await screen.findByRole('heading', { name: 'Pages' })).toBeVisible();
});

it('leaves by itself once the server has them', async () => {
  const { queue } = show(noStorage);
  await leave();
  await question();
  act(() => void queue.remove('me-1'));
  expect(await screen.findByRole('heading', { name: 'Pages' })).toBeVisible();
});

it('asks nothing where the browser keeps them', async () => {
  show({ put: () => Promise.resolve(), remove: () => Promise.resolve() });
  await leave();
  expect(await screen.findByRole('heading', { name: 'Pages' })).toBeVisible();
  expect(await maySignOut()).toBe(true);
});

it('asks before somebody signs out', async () => {
  show(noStorage);
  const staying = maySignOut();
  await userEvent.click(within(await screen.findByRole('alertdialog', { name: 'Sign out without saving?' })).getByRole('button', { name: 'Cancel' }));
  expect(await staying).toBe(false);
  const leaving = maySignOut();
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Sign out' }));
  expect(await leaving).toBe(true);
});

it('asks before the tab is closed', () => {
  show(noStorage);
  const closing = new Event('beforeunload', { cancelable: true });
  dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(true);
});

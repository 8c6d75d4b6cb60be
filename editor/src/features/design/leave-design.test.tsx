import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { maySignOut } from '../../ui/before-signing-out.ts';
import { forgetCredentials, signedIn } from '../../api/credentials.ts';
import { DesignDraft } from './design-draft.ts';
import { viewOf } from './design-view.ts';
import { LeaveDesign } from './leave-design.tsx';
import { DesignProvider } from './design-provider.tsx';

const tokens = { color: { ink: { $type: 'color', $value: '#111111' } } };

/** A screen whose draft has a change that the server answers so. */
function show(answer: () => Response): void {
  vi.stubGlobal('fetch', () => Promise.resolve(answer()));
  const draft = new DesignDraft({ id: 'd', name: 'Default', tokens, baseCss: '', version: 1, updatedAt: '' }, null);
  const screenOf = (
    <DesignProvider draft={draft} mayEdit view={viewOf(tokens)}>
      <Link to="/">Pages</Link>
      <LeaveDesign />
    </DesignProvider>
  );
  const router = createMemoryRouter([{ path: 'design', element: screenOf }, { index: true, element: <h1>Pages</h1> }], { initialEntries: ['/design'] });
  render(<RouterProvider router={router} />);
  draft.change({ color: {} });
}
const json = (body: object, status: number) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const leave = () => userEvent.click(screen.getByRole('link', { name: 'Pages' }));

beforeEach(() => {
  signedIn({ accessToken: 't', tokenType: 'Bearer', expiresIn: 900, user: { id: 'u', email: 'a@b.example', name: 'Ada', role: 'admin', organization: { id: 'o', name: 'Lindenhof', slug: 'lindenhof' } } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('asks before what the server refused is lost', async () => {
  show(() => json({ type: 'x/invalid', title: 'Invalid', errors: [{ path: '/tokens/color', message: 'no' }] }, 422));
  await leave();
  const question = await screen.findByRole('alertdialog', { name: 'Leave without saving?' });
  expect(question).toHaveAccessibleDescription(/not valid/);
  await userEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  await leave();
  await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
  expect(await screen.findByRole('heading', { name: 'Pages' })).toBeVisible();
});

it('saves what is on its way, and asks nothing', async () => {
  const save = vi.fn(() => json({ tokens: { color: {} }, baseVersion: 1, author: null, updatedAt: '' }, 200));
  show(save);
  await leave();
  expect(await screen.findByRole('heading', { name: 'Pages' })).toBeVisible();
  expect(save).toHaveBeenCalledOnce();
});

it('saves before somebody signs out', async () => {
  const save = vi.fn(() => json({ tokens: { color: {} }, baseVersion: 1, author: null, updatedAt: '' }, 200));
  show(save);
  await act(async () => expect(await maySignOut()).toBe(true));
  expect(save).toHaveBeenCalledOnce();
});

it('asks whether to sign out where it can’t be saved', async () => {
  show(() => json({ type: 'x/invalid', title: 'Invalid', errors: [{ path: '/tokens/color', message: 'no' }] }, 422));
  const stay = maySignOut();
  const question = await screen.findByRole('alertdialog', { name: 'Sign out without saving?' });
  await userEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
  expect(await stay).toBe(false);
  const leaving = maySignOut();
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(await leaving).toBe(true);
  // It was said already: the way to the sign-in asks no more.
  await leave();
  expect(await screen.findByRole('heading', { name: 'Pages' })).toBeVisible();
});

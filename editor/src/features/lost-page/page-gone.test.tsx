import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { Problem } from '../../api/problem.ts';
import { signInForTests } from '../../api/sign-in-for-tests.ts';
import type { PageSummary, Role } from '../../api/types.ts';
import { initialState, type EditorState } from '../../session/editor-state.ts';
import { Observable } from '../../session/observable.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { PageGone } from './page-gone.tsx';

const [createPage, restorePage] = vi.hoisted(() => [vi.fn(), vi.fn()]);
vi.mock('../../api/pages.ts', () => ({ createPage, restorePage }));

const page = { id: 'p1', name: 'Our clinic' } as PageSummary;
const document = { components: [{ id: 'a', component: 'hero' }], layout: { title: 'Clinic' } };

function show(role: Role, hasPage = true) {
  signInForTests(role);
  const state = new Observable<EditorState>({ ...initialState, status: 'failed', failure: { reason: 'no-such-page', message: '' }, saveState: { kind: 'lost-page', changes: 2 } });
  const session = { state, hasPage: () => hasPage, read: vi.fn(() => ({ document })), forgetPending: vi.fn(), reconnect: vi.fn() };
  const router = createMemoryRouter(
    [
      { path: '/p1/edit', element: <PageGone page={page} /> },
      { path: '/:id/edit', element: <p>The copy</p> },
    ],
    { initialEntries: ['/p1/edit'] },
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <SessionContext value={session as unknown as PageSession}>
          <RouterProvider router={router} />
        </SessionContext>
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { session, router, person: userEvent.setup() };
}

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  forgetCredentials();
});

describe('a page that somebody deleted', () => {
  it('is kept as a copy with what had not been sent', async () => {
    createPage.mockResolvedValue({ id: 'p2', name: 'Our clinic (copy)' });
    const { session, person } = show('editor');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/with 2 changes of yours that had not reached the server/);
    expect(screen.queryByRole('button', { name: 'Restore the page' })).not.toBeInTheDocument();
    await person.click(screen.getByRole('button', { name: 'Keep a copy' }));
    expect(await screen.findByText('The copy')).toBeInTheDocument();
    expect(createPage).toHaveBeenCalledExactlyOnceWith({ name: 'Our clinic (copy)', structure: { components: document.components }, layout: document.layout });
    expect(session.forgetPending).toHaveBeenCalledOnce();
  });

  it('loses nothing where the copy fails', async () => {
    createPage.mockRejectedValue(new Problem(507, 'storage-full', 'The page was not created', 'The server’s disk is full.', [], null, null));
    const { session, person } = show('editor');
    await person.click(screen.getByRole('button', { name: 'Keep a copy' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The server’s disk is full.');
    expect(session.forgetPending).not.toHaveBeenCalled();
  });

  it('is restored by administrators, and goes on', async () => {
    restorePage.mockResolvedValue(page);
    const { session, person } = show('admin');
    await person.click(screen.getByRole('button', { name: 'Restore the page' }));
    await waitFor(() => expect(session.reconnect).toHaveBeenCalledOnce());
    expect(session.forgetPending).not.toHaveBeenCalled();
  });

  it('is nothing to copy for who never saw it', () => {
    show('editor', false);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

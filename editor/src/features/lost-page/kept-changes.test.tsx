import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import type { PageSummary, Role } from '../../api/types.ts';
import { initialState, type EditorState } from '../../session/editor-state.ts';
import { Observable } from '../../session/observable.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { showFor } from '../../show-for-tests.tsx';
import { KeptChanges } from './kept-changes.tsx';

const createPage = vi.hoisted(() => vi.fn());
vi.mock('../../api/pages.ts', () => ({ createPage }));

const page = { id: 'p1', name: 'Our clinic' } as PageSummary;
const document = { components: [{ id: 'a', component: 'hero' }], layout: { title: 'Clinic' } };

function show(role: Role, saveState: EditorState['saveState'] = { kind: 'view-only', changes: 3 }) {
  const state = new Observable<EditorState>({ ...initialState, status: 'ready', saveState });
  const session = { state, read: vi.fn(() => ({ document })), forgetPending: vi.fn(), discardPending: vi.fn(() => state.update({ saveState: { kind: 'saved' } })) };
  showFor(
    role,
    <SessionContext value={session as unknown as PageSession}>
      <KeptChanges page={page} />
    </SessionContext>,
  );
  return { session, state };
}

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  forgetCredentials();
});

it('says what waits on a page that one may not change any more, until it is on its way', () => {
  const { state } = show('editor');
  expect(screen.getByRole('status')).toHaveTextContent('3 changes of yours have not reached the server.');
  expect(screen.getByRole('status')).toHaveTextContent('Ask the page’s owner or an administrator to let you edit it again: then they follow.');
  act(() => state.update({ canEdit: true, saveState: { kind: 'saving', changes: 3 } }));
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

it('keeps it as a copy', async () => {
  createPage.mockResolvedValue({ id: 'p2', name: 'Our clinic (copy)' });
  const { session } = show('editor');
  await userEvent.click(screen.getByRole('button', { name: 'Keep a copy' }));
  expect(createPage).toHaveBeenCalledExactlyOnceWith({ name: 'Our clinic (copy)', structure: { components: document.components }, layout: document.layout });
  expect(session.forgetPending).toHaveBeenCalledOnce();
});

it('discards it only after it said what that means', async () => {
  const { session } = show('viewer', { kind: 'view-only', changes: 1 });
  expect(screen.getByRole('status')).toHaveTextContent('1 change of yours has not reached the server.');
  expect(screen.queryByRole('button', { name: 'Keep a copy' })).not.toBeInTheDocument(); // viewers make no pages
  await userEvent.click(screen.getByRole('button', { name: 'Discard…' }));
  expect(await screen.findByRole('alertdialog', { name: 'Discard 1 change?' })).toHaveAccessibleDescription(/the only place that has it/);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(session.discardPending).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Discard…' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(session.discardPending).toHaveBeenCalledOnce();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

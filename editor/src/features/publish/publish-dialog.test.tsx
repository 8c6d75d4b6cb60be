import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer, signInForTests } from '../../api/sign-in-for-tests.ts';
import type { PageSummary, Role } from '../../api/types.ts';
import { initialState, type EditorState } from '../../session/editor-state.ts';
import { Observable } from '../../session/observable.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { PublishDialog } from './publish-dialog.tsx';

const page = { id: 'p1', name: 'Our clinic', slug: 'our-clinic', status: 'draft', publishedAt: null } as PageSummary;

const environments = [
  { id: 'e1', name: 'Production', kind: 'production', baseUrl: 'http://localhost:3002/' },
  { id: 'e0', name: 'About · summer', kind: 'preview', baseUrl: 'http://localhost:3002/~preview-1', access: 'members' },
  { id: 'e2', name: 'Staging', kind: 'staging', baseUrl: 'http://localhost:3002/~staging' },
];


function show(role: Role, answer: () => Response, saveState: EditorState['saveState'] = { kind: 'saved' }, rights: { publish: boolean } = { publish: false }) {
  signInForTests(role);
  const published: unknown[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path.includes('/auth/permissions')) return Promise.resolve(jsonAnswer({ role, operations: {}, scopes: {}, page: { id: 'p1', view: true, edit: true, manage: false, ...rights } }));
    if (init.method === 'GET') return Promise.resolve(jsonAnswer({ items: environments }));
    published.push(JSON.parse(String(init.body)));
    return Promise.resolve(answer());
  });
  const state = new Observable<EditorState>({ ...initialState, status: 'ready', canEdit: true, saveState });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionContext value={{ state, pageId: 'p1' } as unknown as PageSession}>
        <MemoryRouter>
          <PublishDialog page={page} onClose={vi.fn()} />
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
  return { state, published };
}

const success = () => jsonAnswer({ release: { id: 'r', environmentId: 'e1', createdAt: '' }, page, url: 'http://localhost:3002/our-clinic' });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

describe('the publish dialog', () => {
  it('says where the page will be, publishes there and gives the link', async () => {
    const { published } = show('admin', success);
    expect(await screen.findByText('http://localhost:3002/our-clinic')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Publish to Production' }));
    const link = await screen.findByRole('link');
    expect(link).toHaveAttribute('href', 'http://localhost:3002/our-clinic');
    expect(link).toHaveAttribute('rel', 'noopener');
    expect(published).toEqual([{ environmentId: 'e1' }]);
  });

  it('waits until the server has every change', async () => {
    const { state, published } = show('admin', success, { kind: 'saving', changes: 1 });
    await userEvent.click(await screen.findByRole('button', { name: 'Publish to Production' }));
    expect(await screen.findByText('Waiting for the last changes to be saved…')).toBeInTheDocument();
    expect(published).toEqual([]);
    act(() => state.update({ saveState: { kind: 'saved' } }));
    expect(await screen.findByRole('link')).toBeInTheDocument();
    expect(published).toHaveLength(1);
  });

  it('shows why it did not work, and lets one try again', async () => {
    show('admin', () => jsonAnswer({ type: 'x/conflict', title: 'Not published', detail: 'The slug “our-clinic” is taken.' }, 409));
    await userEvent.click(await screen.findByRole('button', { name: 'Publish to Production' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The slug “our-clinic” is taken.');
    expect(screen.getByRole('button', { name: 'Publish to Production' })).not.toHaveAttribute('aria-busy');
  });

  it('sends along why', async () => {
    const { published } = show('admin', success);
    await userEvent.type(await screen.findByRole('textbox', { name: /Why/ }), ' New hours ');
    await userEvent.click(screen.getByRole('button', { name: 'Publish to Production' }));
    expect(await screen.findByRole('dialog', { name: 'Published' })).toBeInTheDocument();
    expect(published).toEqual([{ environmentId: 'e1', message: 'New hours' }]);
  });

  it('lets administrators publish later, and says where that can be cancelled', async () => {
    const { published } = show('admin', () => jsonAnswer({ jobId: 'j', publishAt: '' }, 202));
    await userEvent.click(await screen.findByRole('radio', { name: 'Later' }));
    const field = screen.getByLabelText('Date and time');
    fireEvent.change(field, { target: { value: '2020-01-01T08:00' } });
    expect(screen.getByText('This time is over: choose a later one.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Schedule' })).toBeDisabled();
    const later = `${String(new Date().getFullYear() + 1)}-01-01T08:00`;
    fireEvent.change(field, { target: { value: later } });
    await userEvent.click(screen.getByRole('button', { name: 'Schedule' }));
    expect(await screen.findByRole('dialog', { name: 'Scheduled' })).toBeInTheDocument();
    expect(screen.getByRole('link')).toHaveAttribute('href', '/releases?environment=e1');
    expect(published).toEqual([{ environmentId: 'e1', pageIds: ['p1'], message: '', publishAt: new Date(later).toISOString() }]);
  });

  it('shows at the time what the server has against it', async () => {
    show('admin', () => jsonAnswer({ title: 'Not published', errors: [{ path: '/publishAt', message: 'must be a time of the coming year' }] }, 422));
    await userEvent.click(await screen.findByRole('radio', { name: 'Later' }));
    await userEvent.click(screen.getByRole('button', { name: 'Schedule' }));
    expect(await screen.findByLabelText('Date and time')).toHaveAccessibleDescription(/must be a time of the coming year/i);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('leaves the time to administrators', async () => {
    show('viewer', success, { kind: 'saved' }, { publish: true });
    expect(await screen.findByRole('textbox', { name: /Why/ })).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'Later' })).not.toBeInTheDocument();
  });

  it('explains to others who can publish', async () => {
    show('editor', success);
    expect(await screen.findByRole('dialog', { name: 'Publishing is for administrators' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Publish to/ })).not.toBeInTheDocument();
  });

  it('lets those publish who were given the right to, whatever their role is', async () => {
    show('viewer', success, { kind: 'saved' }, { publish: true });
    expect(await screen.findByRole('button', { name: 'Publish to Production' })).toBeEnabled();
  });
});

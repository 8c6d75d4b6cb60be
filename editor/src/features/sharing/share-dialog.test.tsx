import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials, signedIn } from '../../api/credentials.ts';
import type { Grant, Grantee, PageSharing, PageSummary } from '../../api/types.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { ShareDialog } from './share-dialog.tsx';

const page = { id: 'p1', name: 'Menu', slug: 'menu' } as PageSummary;
const ada: Grantee = { id: 'ada', kind: 'user', name: 'Ada', email: 'ada@riverside.example', role: 'viewer' };
const grace: Grantee = { id: 'grace', kind: 'user', name: 'Grace', email: 'grace@riverside.example', role: 'editor' };
const kitchen: Grantee = { id: 'kitchen', kind: 'team', name: 'Kitchen', email: null, role: null };

const json = (body: unknown, status = 200) => new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

interface Options {
  items?: Grant[];
  manage?: boolean;
  publish?: boolean;
  refusal?: Response;
  isBroken?: boolean;
}

/** A server that knows one page, and what was asked of it. */
function show({ items = [], manage = true, publish = false, refusal, isBroken = false }: Options = {}) {
  signedIn({
    accessToken: 't',
    tokenType: 'Bearer',
    expiresIn: 900,
    user: { id: 'grace', email: 'grace@riverside.example', name: 'Grace', role: 'editor', organization: { id: 'o', name: 'Riverside', slug: 'riverside' } },
  });
  const sharing: PageSharing = { access: 'open', owner: grace, team: null, items };
  const changes: string[] = [];
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'GET') {
      if (isBroken) return Promise.resolve(json({ type: 'x/unavailable', title: 'Not at the moment', detail: 'The database restarts.' }, 503));
      if (path.includes('/grantees')) return Promise.resolve(json({ items: path.includes('nobody') ? [] : [kitchen, ada] }));
      if (path.includes('/teams')) return Promise.resolve(json({ items: [{ id: 'kitchen', name: 'Kitchen', members: 2, createdAt: '', updatedAt: '' }], total: 1, limit: 100, offset: 0 }));
      return Promise.resolve(json(sharing));
    }
    changes.push(`${method} ${path.replace(/^.*\/pages\/p1/, '')} ${String(body ?? '')}`.trim());
    if (refusal !== undefined) return Promise.resolve(refusal);
    if (method === 'DELETE') {
      sharing.items = [];
      return Promise.resolve(json(null, 204));
    }
    if (path.includes('/grants/')) {
      const { level } = JSON.parse(String(body)) as { level: Grant['level'] };
      sharing.items = [{ ...ada, level, createdAt: '' }];
      return Promise.resolve(json(sharing.items[0]));
    }
    return Promise.resolve(json(page));
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <ShareDialog page={page} rights={{ id: 'p1', view: true, edit: true, publish, manage }} onClose={vi.fn()} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { changes };
}

const people = () => screen.findByRole('region', { name: 'People with access' });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

describe('the share dialog', () => {
  it('says who has access, and what that means for everybody else', async () => {
    show({ items: [{ ...ada, level: 'view', createdAt: '' }] });
    expect(within(await people()).getByText('Owner')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Who comes in' })).toHaveTextContent('Everyone, by their role');
    expect(screen.getByText('Editors edit the page, viewers look at it.')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'What Ada may do' })).toHaveTextContent('May view');
  });

  it('adds somebody who was found, by keyboard', async () => {
    const { changes } = show();
    expect(await screen.findByText('Shared with nobody by name.')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Add people and teams' }), 'ad');
    const add = await screen.findByRole('button', { name: 'Add Ada' });
    add.focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('combobox', { name: 'What Ada may do' })).toHaveTextContent('May edit');
    expect(changes).toEqual(['PUT /grants/ada {"level":"edit"}']);
    expect(screen.queryByRole('button', { name: 'Add Ada' })).not.toBeInTheDocument();
  });

  it('says so where nobody is found', async () => {
    show();
    await people();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Add people and teams' }), 'nobody');
    expect(await screen.findByText('Nobody of that name who has no access yet.')).toBeInTheDocument();
  });

  it('takes somebody out', async () => {
    const { changes } = show({ items: [{ ...ada, level: 'edit', createdAt: '' }] });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Ada' }));
    expect(await screen.findByText('Shared with nobody by name.')).toBeInTheDocument();
    expect(changes).toEqual(['DELETE /grants/ada']);
  });

  it('shows why a change was refused', async () => {
    show({ items: [{ ...ada, level: 'edit', createdAt: '' }], refusal: json({ type: 'x/forbidden', title: 'No', detail: 'Only its owner decides.' }, 403) });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Ada' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Only its owner decides.');
  });

  it('can be read by those who only edit', async () => {
    show({ items: [{ ...ada, level: 'edit', createdAt: '' }], manage: false });
    expect(within(await people()).getByText('May edit')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Who comes in' })).toBeDisabled();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Remove Ada' })).not.toBeInTheDocument();
  });

  it('says what went wrong, and offers to try again', async () => {
    show({ isBroken: true });
    expect(await screen.findByRole('alert')).toHaveTextContent('The database restarts.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

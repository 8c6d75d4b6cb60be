import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials, signedIn } from '../../api/credentials.ts';
import type { CommentThread, Role } from '../../api/types.ts';
import { Commenting } from '../../session/commenting.ts';
import { initialState, type EditorState } from '../../session/editor-state.ts';
import { Emitter, Observable } from '../../session/observable.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { TreeMirror } from '../../session/tree-mirror.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { CommentsPanel } from './comments-panel.tsx';
import { sampleThread } from './sample-thread.ts';

const ben = { id: '6f1e2f3a-5d1c-4a53-9d1e-0f4a1f6b7c09', name: 'Ben' };
const json = (body: unknown, status = 200) => new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

interface Options {
  threads?: CommentThread[];
  selection?: string | null;
  canEdit?: boolean;
  role?: Role;
  isBroken?: boolean;
  /** When changes are answered. */
  answered?: Promise<void>;
}

/** A server that knows one page, and what was asked of it. */
function show({ threads = [], selection = null, canEdit = true, role = 'editor', isBroken = false, answered = Promise.resolve() }: Options = {}) {
  signedIn({
    accessToken: 't',
    tokenType: 'Bearer',
    expiresIn: 900,
    user: { id: 'ada', email: 'ada@riverside.example', name: 'Ada', role, organization: { id: 'o', name: 'Riverside', slug: 'riverside' } },
  });
  const changes: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'GET' && isBroken) return Promise.resolve(json({ type: 'x/unavailable', title: 'Not now', detail: 'The database restarts.' }, 503));
    if (path.includes('/readers')) return Promise.resolve(json({ items: [ben] }));
    if (method === 'GET') return Promise.resolve(json({ items: threads, total: threads.length, limit: 100, offset: 0, counts: { open: 0, resolved: 0 } }));
    changes.push(`${method} ${path.replace(/^.*\/pages\/p/, '')} ${String(body ?? '')}`.trim());
    await answered;
    if (method === 'DELETE') return Promise.resolve(json(null, 204));
    const known = threads[0] ?? sampleThread('new');
    if (method === 'PATCH') return Promise.resolve(json({ ...known, resolvedAt: '2026-02-01T00:00:00.000Z', updatedAt: '2026-02-01T00:00:00.000Z' }));
    return Promise.resolve(json({ ...known, updatedAt: '2026-02-01T00:00:00.000Z' }, 201));
  });
  const tree = new TreeMirror();
  tree.reset({ nodes: { h1: { component: 'heading', props: {}, parent: null, slot: 'components' } }, children: { '': { components: ['h1'] } } });
  const session = {
    pageId: 'p',
    tree,
    commenting: new Commenting(),
    serverNews: new Emitter(),
    library: { labelOf: () => 'Heading' },
    state: new Observable<EditorState>({ ...initialState, status: 'ready', canEdit, selection }),
    select: vi.fn(),
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const screenWith = (panel: ReactNode) => (
    <MemoryRouter>
      <QueryClientProvider client={client}>
        <TooltipProvider>
          <SessionContext value={session as unknown as PageSession}>{panel}</SessionContext>
        </TooltipProvider>
      </QueryClientProvider>
    </MemoryRouter>
  );
  const { rerender } = render(screenWith(<CommentsPanel />));
  const leaveAndComeBack = () => {
    rerender(screenWith(null));
    rerender(screenWith(<CommentsPanel />));
  };
  return { changes, session, tree, leaveAndComeBack };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

describe('the comments', () => {
  it('invite where there are none', async () => {
    show();
    expect(await screen.findByText('Nothing to talk about')).toBeInTheDocument();
  });

  it('can be asked for again', async () => {
    show({ isBroken: true });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('are about what is selected, or the page', async () => {
    const person = userEvent.setup();
    const { changes } = show({ selection: 'h1' });
    await person.type(screen.getByRole('textbox', { name: 'Comment on Heading' }), 'Too long{Control>}{Enter}{/Control}');
    expect(changes).toEqual(['POST /threads {"nodeId":"h1","body":"Too long"}']);
    cleanup();
    const again = show();
    await person.type(screen.getByRole('textbox', { name: 'Comment on the whole page' }), 'Nice');
    await person.click(screen.getByRole('button', { name: 'Comment' }));
    expect(again.changes).toEqual(['POST /threads {"nodeId":null,"body":"Nice"}']);
  });

  it('keep what is typed while they are sent', async () => {
    const person = userEvent.setup();
    let answer: () => void = () => undefined;
    const { changes } = show({ answered: new Promise((done) => (answer = done)), threads: [sampleThread('t')] });
    const field = screen.getByRole('textbox', { name: 'Comment on the whole page' });
    await person.type(field, 'Nice{Control>}{Enter}{/Control} and more');
    answer();
    await waitFor(() => expect(field).toHaveValue('and more'));
    expect(changes).toEqual(['POST /threads {"nodeId":null,"body":"Nice"}']);
  });

  it('keep what is not sent with what it is about', async () => {
    const person = userEvent.setup();
    const { session, leaveAndComeBack } = show({ threads: [sampleThread('t')] });
    await person.type(screen.getByRole('textbox', { name: 'Comment on the whole page' }), 'Nice');
    await person.type(await screen.findByRole('textbox', { name: 'Answer' }), 'Thanks');
    act(() => session.state.update({ selection: 'h1' }));
    const field = screen.getByRole('textbox', { name: 'Comment on Heading' });
    expect(field).toHaveValue('');
    await person.type(field, 'Too long');
    leaveAndComeBack();
    expect(screen.getByRole('textbox', { name: 'Comment on Heading' })).toHaveValue('Too long');
    expect(screen.getByRole('textbox', { name: 'Answer' })).toHaveValue('Thanks');
    act(() => session.state.update({ selection: null }));
    expect(screen.getByRole('textbox', { name: 'Comment on the whole page' })).toHaveValue('Nice');
  });

  it('go on being written where their part is taken away', async () => {
    const { session, tree } = show({ selection: 'h1' });
    const field = screen.getByRole('textbox', { name: 'Comment on Heading' });
    await userEvent.type(field, 'Too long');
    tree.reset({ nodes: {}, children: {} });
    act(() => session.state.update({ selection: null }));
    expect(field).toHaveValue('Too long');
    expect(field).toHaveFocus();
  });

  it('go on being corrected where that was left', async () => {
    const { leaveAndComeBack } = show({ threads: [sampleThread('t')] });
    await userEvent.click(await screen.findByRole('button', { name: /More for/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Edit the comment' }), ' done');
    leaveAndComeBack();
    expect(screen.getByRole('textbox', { name: 'Edit the comment' })).toHaveValue('Well done');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    leaveAndComeBack();
    expect(screen.queryByRole('textbox', { name: 'Edit the comment' })).not.toBeInTheDocument();
  });

  it('stay open for what is typed while a correction is sent', async () => {
    const person = userEvent.setup();
    let answer: () => void = () => undefined;
    show({ answered: new Promise((done) => (answer = done)), threads: [sampleThread('t')] });
    const correct = async () => {
      await person.click(await screen.findByRole('button', { name: /More for/ }));
      await person.click(await screen.findByRole('menuitem', { name: 'Edit' }));
      return screen.findByRole('textbox', { name: 'Edit the comment' });
    };
    const field = await correct();
    await person.type(field, ' done{Control>}{Enter}{/Control} twice');
    answer();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).not.toHaveAttribute('aria-busy', 'true'));
    expect(field).toHaveValue('Well done twice');
    await person.type(field, '{Control>}{Enter}{/Control}');
    await waitFor(() => expect(field).not.toBeInTheDocument());
  });

  it('mention people by the keyboard', async () => {
    const person = userEvent.setup();
    const { changes } = show();
    await person.type(screen.getByRole('textbox', { name: 'Comment on the whole page' }), 'Hi @b');
    expect(await screen.findByRole('option', { name: /Ben/ })).toHaveAttribute('aria-selected', 'true');
    const field = screen.getByRole('textbox', { name: 'Comment on the whole page' });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true }); // only ends a conversion
    expect(field).toHaveValue('Hi @b');
    await person.keyboard('{Enter}');
    await person.type(screen.getByRole('textbox', { name: 'Comment on the whole page' }), 'look{Control>}{Enter}{/Control}');
    expect(changes).toEqual([`POST /threads {"nodeId":null,"body":"Hi <@${ben.id}> look"}`]);
  });

  it('are text, whatever stands in them', async () => {
    const attack = '<img src=x onerror=alert(1)> javascript:alert(1)';
    const hostile = sampleThread('t');
    show({ threads: [{ ...hostile, node: { id: 'gone', name: '<b>x</b>' }, comments: [{ ...hostile.comments[0]!, body: attack, author: { id: 'z', name: '<i>Z</i>' } }] }] });
    expect(await screen.findByText(attack)).toBeInTheDocument();
    expect(screen.getByText('<b>x</b>')).toBeInTheDocument();
    expect(document.querySelector('img, i, b')).toBeNull();
    expect(screen.getByText('On a removed part')).toBeInTheDocument();
  });

  it('lead to their part, are answered and resolved', async () => {
    const person = userEvent.setup();
    const { changes, session } = show({ threads: [sampleThread('t')] });
    await person.click(await screen.findByRole('button', { name: 'Heading “One”' }));
    expect(session.select).toHaveBeenCalledWith('h1');
    await person.type(screen.getByRole('textbox', { name: 'Answer' }), 'Yes{Control>}{Enter}{/Control}');
    await person.click(screen.getByRole('button', { name: 'Resolve' }));
    expect(changes).toEqual(['POST /threads/t/comments {"body":"Yes"}', 'PATCH /threads/t {"isResolved":true}']);
    expect(await screen.findByText('Nothing to talk about')).toBeInTheDocument();
  });

  it('of others are left alone by who may only view', async () => {
    const theirs = sampleThread('t');
    theirs.comments[0]!.author = ben;
    show({ threads: [theirs], canEdit: false, role: 'viewer' });
    const card = within((await screen.findByText('Well')).closest('li')!);
    expect(card.queryByRole('button', { name: 'Resolve' })).not.toBeInTheDocument();
    expect(card.queryByRole('button', { name: /More for/ })).not.toBeInTheDocument();
    expect(card.getByRole('textbox', { name: 'Answer' })).toBeInTheDocument();
  });
});

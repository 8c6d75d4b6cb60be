import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials, readCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { People } from './people.tsx';

const time = '2026-11-20T10:00:00Z';
const member = (id: string, name: string, role = 'editor') => ({
  id,
  name,
  email: `${id}@b.example`,
  role,
  isActive: true,
  isShared: false,
  joinedAt: time,
  lastSignInAt: null,
});
const invitation = (id: string, email: string, expiresAt: string) => ({ id, email, role: 'editor', invitedBy: 'u', createdAt: time, expiresAt });
const gone = () => jsonAnswer({ type: 'x/not-found', title: 'Not found', status: 404, detail: 'There is no such member.' }, 404);

/** Who is there, what is asked to be changed, and what of it is refused. "u" is who looks. */
const server = {
  members: [member('u', 'Ada', 'admin'), member('g', 'Grace')],
  invitations: [] as ReturnType<typeof invitation>[],
  pages: [] as string[],
  sent: [] as string[],
  removed: new Set<string>(),
  sendsMail: true,
  /** How many members it tells at once. */
  atOnce: 50,
};

function answer(method: string, path: string, query: URLSearchParams, body: Record<string, string>): Response {
  const slice = (items: readonly unknown[], limit = 50) => jsonAnswer({ items: items.slice(Number(query.get('offset')), Number(query.get('offset')) + limit), total: items.length, limit, offset: Number(query.get('offset')) });
  if (method !== 'GET') server.sent.push(`${method} ${path} ${JSON.stringify(body)}`);
  const [, kind, id] = path.split('/');
  if (kind === 'users' && method === 'GET') {
    const [search, role] = [query.get('search') ?? '', query.get('role') ?? ''];
    return slice(server.members.filter(({ name, role: has }) => name.toLowerCase().includes(search.toLowerCase()) && (role === '' || has === role)), server.atOnce);
  }
  if (kind === 'users' && server.removed.has(id ?? '')) return gone();
  if (kind === 'users' && method === 'PATCH') {
    server.members = server.members.map((known) => (known.id === id ? { ...known, ...body } : known));
    return jsonAnswer(server.members.find((known) => known.id === id));
  }
  if (kind === 'users' && method === 'DELETE') server.members = server.members.filter((known) => known.id !== id);
  if (kind === 'pages' && method === 'GET') return slice(server.pages.map((page) => ({ id: page, name: page })));
  if (kind === 'pages') server.pages = server.pages.filter((page) => page !== id);
  if (kind === 'invitations' && method === 'GET') return slice(server.invitations);
  if (kind === 'invitations' && method === 'POST') {
    if (body.email?.startsWith('bad')) return jsonAnswer({ title: 'No', status: 409, detail: 'They are a member of your organisation already.' }, 409);
    return jsonAnswer({ invitation: invitation(body.email ?? 'x', body.email ?? 'x', '2099-01-01T00:00:00Z'), link: server.sendsMail ? null : `https://here/invitation?token=${body.email ?? ''}` }, 201);
  }
  return method === 'DELETE' ? new Response(null, { status: 204 }) : jsonAnswer({});
}

beforeEach(() => {
  Object.assign(server, { members: [member('u', 'Ada', 'admin'), member('g', 'Grace')], invitations: [], pages: [], sent: [], removed: new Set(), sendsMail: true, atOnce: 50 });
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(address, 'http://here');
    return Promise.resolve(answer(init?.method ?? 'GET', pathname.replace('/api/v1', ''), searchParams, typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, string>) : {}));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

async function choose(name: string, item: RegExp | string) {
  await userEvent.click(await screen.findByRole('button', { name: `More about ${name}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('members', () => {
  it('finds them by name, and says when nobody matches', async () => {
    showFor('admin', <People />);
    expect(await screen.findByText('2 members')).toBeVisible();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search people' }), 'gra');
    expect(await screen.findByText('1 member')).toBeVisible();
    expect(screen.queryByText('u@b.example')).not.toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search people' }), 'zzz');
    expect(await screen.findByText(/Nobody was found for “grazzz”/)).toBeVisible();
  });

  it('shows the first of many, and the rest on demand', async () => {
    Object.assign(server, { members: ['One', 'Two', 'Three'].map((name) => member(name, name)), atOnce: 2 });
    showFor('admin', <People />);
    const list = (await screen.findByText('One')).closest('ul') as HTMLElement;
    expect(screen.getByText('3 members')).toBeVisible();
    expect(list.childElementCount).toBe(2);
    await userEvent.click(screen.getByText('Show more'));
    await waitFor(() => expect(list.childElementCount).toBe(3));
    expect(screen.queryByText('Show more')).not.toBeInTheDocument();
  });

  it('gives another role, each described by what it lets somebody do', async () => {
    showFor('admin', <People />);
    await choose('Grace', 'Change role…');
    const dialog = within(await screen.findByRole('dialog', { name: 'Role of Grace' }));
    expect(dialog.getByRole('radio', { name: 'Viewer' })).toHaveAccessibleDescription(/Looks at pages/);
    expect(dialog.getByRole('button', { name: 'Change role' })).toBeDisabled();
    await userEvent.click(dialog.getByRole('radio', { name: 'Administrator' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Change role' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(server.sent).toEqual(['PATCH /users/g {"role":"admin"}']);
  });

  it('says why the last administrator stays one', async () => {
    showFor('admin', <People />);
    await screen.findByText('2 members');
    await choose('Ada', 'Remove…');
    const dialog = within(await screen.findByRole('dialog', { name: 'You are the last administrator' }));
    expect(dialog.getByText(/Make somebody else an administrator first/)).toBeVisible();
    await userEvent.click(dialog.getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
    await choose('Ada', 'Change role…');
    expect(await screen.findByRole('radio', { name: 'Editor' })).toBeDisabled();
    expect(server.sent).toEqual([]);
  });

  it('knows at once what oneself may no longer', async () => {
    server.members.push(member('b', 'Barbara', 'admin'));
    showFor('admin', <People />);
    await screen.findByText('3 members');
    await choose('Ada', 'Change role…');
    await userEvent.click(await screen.findByRole('radio', { name: 'Editor' }));
    expect(screen.getByText(/nor to take this back/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Change role' }));
    await waitFor(() => expect(readCredentials()).toMatchObject({ user: { role: 'editor' } }));
  });

  it('hands the pages of who is removed over before, where that is wanted', async () => {
    server.pages = ['p1', 'p2'];
    showFor('admin', <People />);
    await choose('Grace', 'Remove…');
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove Grace?' }));
    await userEvent.click(await dialog.findByRole('radio', { name: 'Hand them over to somebody' }));
    expect(dialog.getByRole('button', { name: 'Remove' })).toBeDisabled();
    await userEvent.type(dialog.getByRole('searchbox', { name: 'New owner' }), 'a');
    await userEvent.click(await dialog.findByRole('button', { name: 'Choose Ada' }));
    expect(dialog.queryByRole('button', { name: 'Choose Grace' })).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('1 member')).toBeVisible();
    expect(server.sent).toEqual(['PUT /pages/p1/owner {"ownerId":"u"}', 'PUT /pages/p2/owner {"ownerId":"u"}', 'DELETE /users/g {}']);
  });

  it('takes it well when somebody else was quicker', async () => {
    showFor('admin', <People />);
    await choose('Grace', 'Remove…');
    server.removed.add('g');
    server.members.pop();
    await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await screen.findByText('1 member')).toBeVisible();
  });

  it('offers to try again when they do not arrive', async () => {
    const fetching = globalThis.fetch;
    vi.stubGlobal('fetch', () => Promise.resolve(jsonAnswer({ title: 'Not now', status: 503, detail: 'The database is away.' }, 503)));
    showFor('admin', <People />);
    expect(await screen.findByText('The members could not be loaded')).toBeVisible();
    vi.stubGlobal('fetch', fetching);
    await userEvent.click(screen.getAllByRole('button', { name: 'Try again' }).at(-1) as HTMLElement);
    expect(await screen.findByText('2 members')).toBeVisible();
  });
});

describe('invitations', () => {
  it('sends several, and keeps those that were refused with the reason', async () => {
    showFor('admin', <People />);
    await userEvent.click(screen.getByRole('button', { name: 'Invite people' }));
    const field = await screen.findByLabelText('E-mail addresses');
    await userEvent.type(field, 'new@b.example, bad@b.example');
    await userEvent.click(screen.getByRole('radio', { name: 'Viewer' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send 2 invitations' }));
    expect(await screen.findByText('bad@b.example: They are a member of your organisation already.')).toBeVisible();
    expect(field).toHaveValue('bad@b.example');
    expect(server.sent[0]).toBe('POST /invitations {"email":"new@b.example","role":"viewer"}');
  });

  it('shows the link where the server sends no e-mail', async () => {
    server.sendsMail = false;
    showFor('admin', <People />);
    await userEvent.click(screen.getByRole('button', { name: 'Invite people' }));
    await userEvent.type(await screen.findByLabelText('E-mail addresses'), 'new@b.example');
    await userEvent.click(screen.getByRole('button', { name: 'Send invitation' }));
    expect(await screen.findByLabelText('Link for new@b.example')).toHaveValue('https://here/invitation?token=new@b.example');
    expect(screen.getByText(/pass each link on yourself/)).toBeVisible();
  });

  it('lists those that wait, says which have expired, and revokes one after asking', async () => {
    server.invitations = [invitation('i1', 'late@b.example', '2026-01-01T00:00:00Z'), invitation('i2', 'soon@b.example', '2099-01-01T00:00:00Z')];
    showFor('admin', <People />);
    const list = await screen.findByRole('list', { name: 'Invitations' });
    expect(within(list).getByText('Expired').closest('li')).toHaveTextContent('late@b.example');
    await userEvent.click(screen.getByRole('button', { name: 'Revoke the invitation of soon@b.example' }));
    expect(server.sent).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(server.sent).toEqual(['DELETE /invitations/i2 {}']));
  });
});

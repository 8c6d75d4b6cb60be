import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import type { Role } from '../../../api/types.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { Team } from './team.tsx';
import { Teams } from './teams.tsx';

const time = '2026-11-20T10:00:00Z';
const team = (id: string, name: string, members = 0) => ({ id, name, members, createdAt: time, updatedAt: time });
const person = (id: string, name: string) => ({ id, name, email: `${id}@b.example`, addedAt: time });

/** The teams, who is in the one that is looked at, what belongs to it, and what is asked to be changed. */
const server = { teams: [team('t1', 'Press', 1)], inTeam: [person('g', 'Grace')], pages: [] as string[], sent: [] as string[] };

function answer(method: string, path: string, query: URLSearchParams, body: Record<string, string>): Response {
  const slice = (items: readonly unknown[]) => jsonAnswer({ items, total: items.length, limit: 50, offset: 0 });
  if (method !== 'GET') server.sent.push(`${method} ${path} ${JSON.stringify(body)}`);
  const [, kind, id = '', members, user] = path.split('/');
  if (kind === 'users') return slice([person('g', 'Grace'), person('b', 'Barbara')].filter(({ name }) => name.toLowerCase().includes(query.get('search') ?? '')));
  if (kind === 'pages') return slice(server.pages.map((page) => ({ id: page, name: page })));
  if (members !== undefined && method === 'GET') return slice(server.inTeam);
  if (members !== undefined) server.inTeam = [...server.inTeam.filter((known) => known.id !== user), ...(method === 'PUT' ? [person(user ?? '', 'Barbara')] : [])];
  else if (method === 'GET' && id === '') return slice(server.teams.filter(({ name }) => name.toLowerCase().includes(query.get('search') ?? '')));
  else if (method === 'POST' && body.name === 'Press') return jsonAnswer({ title: 'No', status: 409, errors: [{ path: '/name', message: 'is taken by another team' }] }, 409);
  else if (method === 'POST') return jsonAnswer(team('t2', body.name ?? ''), 201);
  else if (method === 'DELETE') server.teams = [];
  const known = server.teams.find((candidate) => candidate.id === id);
  if (method === 'GET') return known === undefined ? jsonAnswer({ title: 'Gone', status: 404, detail: 'There is no such team.' }, 404) : jsonAnswer(known);
  return method === 'PATCH' ? jsonAnswer({ ...known, ...body }) : new Response(null, { status: 204 });
}

function show(role: Role, path = '') {
  showFor(
    role,
    <Routes>
      <Route path="settings/teams" element={<Teams />} />
      <Route path="settings/teams/:id" element={<Team />} />
    </Routes>,
    `/settings/teams${path}`,
  );
}

beforeEach(() => {
  Object.assign(server, { teams: [team('t1', 'Press', 1)], inTeam: [person('g', 'Grace')], pages: [], sent: [] });
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

it('makes a team, and says at its name where another one has it', async () => {
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'New team' }));
  const field = await screen.findByLabelText('Name');
  await userEvent.type(field, 'Press{Enter}');
  expect(await screen.findByText('Is taken by another team.')).toBeVisible();
  await userEvent.clear(field);
  await userEvent.type(field, 'Clinic');
  server.teams.push(team('t2', 'Clinic'));
  server.inTeam = [];
  await userEvent.click(screen.getByRole('button', { name: 'Create team' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Clinic' })).toBeVisible();
  expect(await screen.findByText('Nobody is in this team yet')).toBeVisible();
});

it('renames a team', async () => {
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'More about Press' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename…' }));
  await userEvent.type(await screen.findByLabelText('Name'), ' and media{Enter}');
  await waitFor(() => expect(server.sent).toEqual(['PATCH /teams/t1 {"name":"Press and media"}']));
});

it('deletes a team after saying what ends with it', async () => {
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'More about Press' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Its member keeps their accounts?\. What was shared with the team/)).toBeVisible();
  await waitFor(() => expect(dialog.getByRole('button', { name: 'Delete team' })).toBeEnabled());
  await userEvent.click(dialog.getByRole('button', { name: 'Delete team' }));
  expect(await screen.findByText('No teams yet')).toBeVisible();
});

it('names the pages for which a team can’t be deleted', async () => {
  server.pages = ['Summer fair'];
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'More about Press' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
  expect(await screen.findByRole('link', { name: 'Summer fair' })).toHaveAttribute('href', '/Summer fair/edit');
  expect(screen.getByRole('button', { name: 'Delete team' })).toBeDisabled();
});

it('puts people into a team and takes them out, which can be undone by adding them again', async () => {
  show('admin', '/t1');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Add somebody to the team' }), 'a');
  expect(screen.queryByRole('button', { name: 'Add Grace' })).not.toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: 'Add Barbara' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Take out Barbara' }));
  await waitFor(() => expect(screen.queryByText('b@b.example', { exact: false })).not.toBeInTheDocument());
  expect(server.sent).toEqual(['PUT /teams/t1/members/b {}', 'DELETE /teams/t1/members/b {}']);
});

it('lets editors look', async () => {
  show('editor', '/t1');
  expect(await screen.findByText(/g@b.example/)).toBeVisible();
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Take|More/ })).not.toBeInTheDocument();
});

it('says that a team is gone', async () => {
  show('admin', '/nothing');
  expect(await screen.findByText('This team is gone')).toBeVisible();
});

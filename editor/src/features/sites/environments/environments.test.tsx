import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import type { Role } from '../../../api/types.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { production, server, staging, startServer } from '../releases/server-for-tests.ts';
import { Environments } from './environments.tsx';

const show = (role: Role) => showFor(role, <Environments />);
const acceptance = { ...production, id: 'e3', name: 'Acceptance', kind: 'custom', baseUrl: 'https://a.example', hosts: ['a.example', 'b.example'], access: 'password', hasPassword: true };

beforeEach(startServer);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

// All at once: typing letter by letter is slow in a form with many fields.
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const row = async (name: string) => within((await screen.findByText(name)).closest('li') as HTMLElement);

it('lists where pages are published to, and who may see it', async () => {
  server.environments = [production, staging, acceptance];
  show('viewer');
  expect((await row('Production')).getByRole('link', { name: /http:\/\/sites.example/ })).toHaveAttribute('href', 'http://sites.example');
  expect((await row('Acceptance')).getByText('Whoever knows the password')).toBeVisible();
  expect((await row('Acceptance')).getByText(/Also at b.example/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Edit|Delete|New/ })).not.toBeInTheDocument();
});

it('lets members in to what not everyone may see', async () => {
  const replace = vi.fn();
  vi.stubGlobal('open', () => ({ opener: null, close: vi.fn(), location: { replace } }));
  server.answer = () => jsonAnswer({ url: 'http://sites.example/~enter?token=1', expiresAt: '' }, 201);
  show('viewer');
  await userEvent.click((await row('Staging')).getByRole('button', { name: 'Open Staging' }));
  await vi.waitFor(() => expect(replace).toHaveBeenCalledWith('http://sites.example/~enter?token=1'));
  expect(server.sent[0]?.path).toBe('/environments/e2/visit');
});

it('makes one, with what is wrong at its field', async () => {
  const faults = { title: 'The environment was not made', errors: [{ path: '/hosts/0', message: 'leads to another environment' }, { path: '/name', message: 'is the name of another environment' }] };
  server.answer = () => jsonAnswer(faults, 409);
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'New environment' }));
  const dialog = within(screen.getByRole('dialog', { name: 'New environment' }));
  write(dialog.getByLabelText('Name'), 'Staging');
  await userEvent.click(dialog.getByRole('button', { name: 'Add a host name' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Add a host name' }));
  write(dialog.getByLabelText('Host name 2'), 'A.example');
  await userEvent.click(dialog.getByRole('button', { name: 'Create environment' }));
  expect(await dialog.findByText('Is the name of another environment.')).toBeVisible();
  expect(dialog.getByLabelText('Host name 2')).toHaveAccessibleDescription('Leads to another environment.');
  expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
  expect(server.sent[0]?.body).toEqual({ name: 'Staging', hosts: ['a.example'] });
});

it('keeps the password that there is, or takes a new one that is long enough', async () => {
  server.environments = [production, acceptance];
  server.answer = () => jsonAnswer(acceptance);
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Acceptance' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Edit Acceptance' }));
  write(dialog.getByLabelText('New password'), 'short');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByText(/too short/)).toBeVisible();
  expect(server.sent).toEqual([]);
  write(dialog.getByLabelText('New password'), 'short but longer now');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(server.sent).toEqual([{ method: 'PATCH', path: '/environments/e3', body: { password: 'short but longer now' } }]);
});

it('says what is deleted with one, and offers it of all but Production', async () => {
  server.answer = () => new Response(null, { status: 204 });
  show('admin');
  expect((await row('Production')).queryByRole('button', { name: /Delete/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Delete Staging' }));
  const question = within(screen.getByRole('alertdialog', { name: 'Delete Staging?' }));
  expect(await question.findByText(/It shows no page.*2 releases.*cannot be undone/)).toBeVisible();
  await userEvent.click(question.getByRole('button', { name: 'Delete environment' }));
  expect(server.sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /environments/e2?contents=delete']);
});

it('lists previews of branches, which editors close', async () => {
  server.environments = [production, { ...production, id: 'e9', name: 'About · summer', kind: 'preview', access: 'members', preview: { pageId: 'p', branch: 'summer', expiresAt: '2030-01-01T00:00:00Z' } }];
  server.answer = () => new Response(null, { status: 204 });
  show('editor');
  const preview = await row('About · summer');
  expect(preview.getByText(/Until Jan 1, 2030|Until Dec 31, 2029/)).toBeVisible();
  await userEvent.click(preview.getByRole('button', { name: 'Close the preview About · summer' }));
  expect(server.sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /pages/p/branches/summer/preview']);
});

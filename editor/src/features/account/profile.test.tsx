import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials, readCredentials } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import { showFor } from '../../show-for-tests.tsx';
import { Profile } from './profile.tsx';

/** What was sent, and whether the password is right. */
const server = { sent: [] as unknown[], isRight: true };

beforeEach(() => {
  Object.assign(server, { sent: [], isRight: true });
  vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
    const change = JSON.parse(init.body as string) as { name: string; email?: string };
    server.sent.push(change);
    if (!server.isRight) return Promise.resolve(jsonAnswer({ title: 'No', status: 422, errors: [{ path: '/currentPassword', message: 'is not your password' }] }, 422));
    const { user } = readCredentials() as { user: object };
    return Promise.resolve(jsonAnswer({ ...user, ...change }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('saves another name without the password, and the editor knows it at once', async () => {
  showFor('editor', <Profile />);
  expect(screen.getByRole('button', { name: 'Save profile' })).toBeDisabled();
  await userEvent.type(screen.getByLabelText('Name'), ' Lovelace');
  expect(screen.queryByLabelText('Current password')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Save profile' }));
  await waitFor(() => expect(readCredentials()).toMatchObject({ user: { name: 'Ada Lovelace' } }));
  expect(server.sent).toEqual([{ name: 'Ada Lovelace' }]);
});

it('asks for the password before the address changes, and says where it is wrong', async () => {
  server.isRight = false;
  showFor('viewer', <Profile />);
  await userEvent.clear(screen.getByLabelText('E-mail'));
  await userEvent.type(screen.getByLabelText('E-mail'), 'ada@new.example');
  await userEvent.type(screen.getByLabelText('Current password'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: 'Save profile' }));
  expect(await screen.findByText('Is not your password.')).toBeVisible();
  expect(screen.getByLabelText('E-mail')).toHaveValue('ada@new.example');
  expect(server.sent).toEqual([{ name: 'Ada', email: 'ada@new.example', currentPassword: 'wrong' }]);
});

it('says in words what the role may', () => {
  showFor('editor', <Profile />);
  expect(screen.getByText(/Makes and changes pages/)).toBeVisible();
  expect(screen.getByText(/Administrators can give you another role/)).toBeVisible();
});

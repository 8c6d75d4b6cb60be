import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import { showFor } from '../../show-for-tests.tsx';
import { PasswordAndDevices } from './password-and-devices.tsx';

const time = '2026-11-20T10:00:00Z';
const session = (id: string, device: string, isCurrent = false) => ({ id, device, network: '192.0.2.0/24', isCurrent, createdAt: time, lastUsedAt: time, expiresAt: time });
const all = () => [session('here', 'Firefox on Linux', true), session('phone', 'Safari on iPhone'), session('old', 'Chrome on Windows')];

const server = { sessions: all(), sent: [] as string[], isRight: true };

beforeEach(() => {
  Object.assign(server, { sessions: all(), sent: [], isRight: true });
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const path = address.replace('/api/v1/auth', '');
    if (init?.method === 'GET') return Promise.resolve(jsonAnswer({ items: server.sessions }));
    server.sent.push(`${init?.method ?? ''} ${path}`);
    if (path === '/password' && !server.isRight) {
      return Promise.resolve(jsonAnswer({ title: 'No', status: 422, errors: [{ path: '/currentPassword', message: 'is not your password' }] }, 422));
    }
    const ended = path.split('/')[2];
    server.sessions = server.sessions.filter(({ id, isCurrent }) => isCurrent || (ended !== undefined && id !== ended));
    return Promise.resolve(new Response(null, { status: 204 }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('changes the password, and then shows that the others are signed out', async () => {
  showFor('viewer', <PasswordAndDevices />);
  expect(await screen.findByText('Safari on iPhone')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Current password'), 'before');
  await userEvent.type(screen.getByLabelText('New password'), 'short');
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
  expect(screen.getByText(/This password is too short: 5 of 8/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('New password'), ' but longer');
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
  await waitFor(() => expect(screen.queryByText('Safari on iPhone')).not.toBeInTheDocument());
  expect(screen.getByLabelText('New password')).toHaveValue('');
});

it('says which password was wrong, and keeps what was typed', async () => {
  server.isRight = false;
  showFor('viewer', <PasswordAndDevices />);
  await userEvent.type(screen.getByLabelText('Current password'), 'wrong');
  await userEvent.type(screen.getByLabelText('New password'), 'nine lanterns');
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
  expect(await screen.findByText('Is not your password.')).toBeVisible();
  expect(screen.getByLabelText('Current password')).toHaveAccessibleDescription('Is not your password.');
  expect(screen.getByLabelText('New password')).toHaveValue('nine lanterns');
});

it('marks the device that one sits at, which can’t be signed out there', async () => {
  showFor('viewer', <PasswordAndDevices />);
  const here = within((await screen.findByText('Firefox on Linux')).closest('li') as HTMLElement);
  expect(here.getByText('This device')).toBeVisible();
  expect(here.queryByRole('button')).not.toBeInTheDocument();
});

it('signs out one device, or all others after asking', async () => {
  showFor('viewer', <PasswordAndDevices />);
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out Safari on iPhone' }));
  await waitFor(() => expect(screen.queryByText('Safari on iPhone')).not.toBeInTheDocument());
  await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere else…' }));
  expect(await screen.findByText(/^1 device has to sign in again/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Sign out everywhere else…' })).not.toBeInTheDocument());
  expect(server.sent).toEqual(['DELETE /sessions/phone', 'DELETE /sessions']);
});

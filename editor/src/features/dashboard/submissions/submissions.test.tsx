import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import type { Role } from '../../../api/types.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { Submissions } from './submissions.tsx';

const submission = (number: number) => ({
  id: `s${number}`, pageId: 'p', environmentId: 'e', formId: 'ask', formTitle: 'Write to us', createdAt: '2026-11-20T10:00:00Z',
  answers: [{ name: 'name', label: 'Your name', value: `Visitor ${number}` }, { name: 'message', label: 'Message', value: 'Open?' }],
});

/** What was sent, and what was asked with another method than GET. */
const server = { all: [] as ReturnType<typeof submission>[], sent: [] as string[] };

const show = (role: Role) => showFor(role, <Submissions />);

beforeEach(() => {
  Object.assign(server, { all: Array.from({ length: 21 }, (_, index) => submission(21 - index)), sent: [] });
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(path, 'http://here');
    if (pathname.endsWith('/organization')) return Promise.resolve(jsonAnswer({ keptFor: { trashDays: 14, formSubmissionDays: 1 } }));
    if (pathname.endsWith('/forms')) return Promise.resolve(jsonAnswer({ items: [{ pageId: 'p', pageName: 'Contact', formId: 'ask', formTitle: 'Write to us', submissions: 21, lastAt: '' }] }));
    const id = pathname.split('/')[4];
    if (init?.method === 'DELETE') {
      server.sent.push(`DELETE ${pathname}`);
      server.all = server.all.filter((kept) => kept.id !== id);
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    if (id !== undefined) return Promise.resolve(jsonAnswer(server.all.find((kept) => kept.id === id)));
    const offset = Number(searchParams.get('offset'));
    return Promise.resolve(jsonAnswer({ items: server.all.slice(offset, offset + 20), total: server.all.length, limit: 20, offset }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('says for how many days answers are kept', async () => {
  show('editor');
  expect(await screen.findByText(/Answers are kept for 1 day\. Download those/)).toBeVisible();
});

it('goes through the list part by part', async () => {
  show('editor');
  expect(await screen.findByText('Visitor 21, Open?')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Newer' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Older' }));
  expect(await screen.findByText('Visitor 1, Open?')).toBeVisible();
  expect(screen.getByText('2 of 2')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();
});

it('shows one in full, and deletes it after asking', async () => {
  show('admin');
  await userEvent.click(await screen.findByRole('button', { name: /Visitor 21/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Write to us' }));
  expect(dialog.getByText('Your name')).toBeVisible();
  expect(dialog.getByText(/from Contact/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Delete…' }));
  expect(server.sent).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Delete answer' }));
  expect(await screen.findByText('20 answers')).toBeVisible();
  expect(server.sent).toEqual(['DELETE /api/v1/form-submissions/s21']);
});

it('lets editors read and not delete', async () => {
  show('editor');
  await userEvent.click(await screen.findByRole('button', { name: /Visitor 21/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Write to us' }));
  expect(dialog.queryByRole('button', { name: 'Delete…' })).not.toBeInTheDocument();
});

it('says how a form gets here where there is none', async () => {
  server.all = [];
  show('editor');
  expect(await screen.findByText(/publish the page. What visitors send then stands here/)).toBeVisible();
});

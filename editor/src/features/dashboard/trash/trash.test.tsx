import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import type { Role } from '../../../api/types.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { Trash } from './trash.tsx';

const deletedAt = '2026-11-20T10:00:00Z';
const page = (id: string, name: string) => ({ id, name, slug: id, deletedAt, updatedAt: deletedAt });

/** Deletions as the audit log has them, newest first. */
interface Deletion {
  subjectId: string;
  createdAt: string;
  actor: { id: string; name: string; email: string } | null;
}
const deletion = (subjectId: string, name: string | null, createdAt = deletedAt): Deletion => ({ subjectId, createdAt, actor: name === null ? null : { id: name, name, email: '' } });

function recordsOf(query: URLSearchParams) {
  server.asked += 1;
  const [from, until, limit] = [query.get('from') ?? '', query.get('until') ?? '', Number(query.get('limit'))];
  const fitting = server.log.filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(from) && Date.parse(createdAt) < Date.parse(until));
  const items = fitting.slice(0, limit);
  return { items, nextCursor: items.length < limit ? null : '1' };
}

/** What is in the trash, what was asked of it, and which page it keeps. */
const server = { pages: [page('one', 'Summer fair'), page('two', 'Old menu')], sent: [] as string[], refuses: '', log: [] as Deletion[], asked: 0 };

const show = (role: Role) => showFor(role, <Trash />);

beforeEach(() => {
  Object.assign(server, { pages: [page('one', 'Summer fair'), page('two', 'Old menu')], sent: [], refuses: '', log: [deletion('one', 'Grace'), deletion('two', 'Ada')], asked: 0 });
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(path, 'http://here');
    if (pathname.endsWith('/organization')) return Promise.resolve(jsonAnswer({ keptFor: { trashDays: 14, formSubmissionDays: 1 } }));
    if (pathname.endsWith('/audit-log')) return Promise.resolve(jsonAnswer(recordsOf(searchParams)));
    if (init?.method === 'GET') {
      const items = server.pages.filter(({ name }) => name.toLowerCase().includes(searchParams.get('search') ?? ''));
      return Promise.resolve(jsonAnswer({ items, total: items.length, limit: 50, offset: 0 }));
    }
    const id = pathname.split('/')[4] ?? '';
    if (id === server.refuses) return Promise.resolve(jsonAnswer({ title: 'Conflict', status: 409, detail: 'It is in use.' }, 409));
    server.sent.push(`${init?.method ?? ''} ${path}`);
    server.pages = server.pages.filter((kept) => kept.id !== id);
    return Promise.resolve(init?.method === 'DELETE' ? new Response(null, { status: 204 }) : jsonAnswer(page(id, id)));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('says for how many days deleted pages are kept', async () => {
  show('viewer');
  expect(await screen.findByText(/Deleted pages stay here for 14 days, and are then gone for good\./)).toBeVisible();
});

it('says who deleted a page and when, and restores it', async () => {
  show('admin');
  const row = within((await screen.findByText('Summer fair')).closest('li') as HTMLElement);
  expect(await row.findByText(/by Grace/)).toBeVisible();
  await userEvent.click(row.getByRole('button', { name: 'Restore Summer fair' }));
  expect(await screen.findByText('1 page')).toBeVisible();
  expect(server.sent).toEqual(['POST /api/v1/pages/one/restore']);
});

it('asks the log once for all pages, and of one that was deleted twice names the last', async () => {
  server.log = [deletion('two', 'Ada'), deletion('one', 'Grace'), deletion('two', 'Grace', '2026-11-20T09:59:00Z')];
  server.pages = [page('two', 'Old menu'), { ...page('one', 'Summer fair'), deletedAt: '2026-11-20T09:00:00Z' }];
  show('admin');
  expect(await screen.findByText(/by Ada/)).toBeVisible();
  expect(screen.getByText(/by Grace/)).toBeVisible();
  expect(server.asked).toBe(1);
});

it('asks on where more was deleted in the time than the log tells at once', async () => {
  const times = Array.from({ length: 150 }, (_, index) => new Date(Date.parse(deletedAt) - index * 1000).toISOString());
  server.log = times.map((time, index) => deletion(index === 0 ? 'one' : index === 149 ? 'two' : `gone-${String(index)}`, index === 149 ? 'Ada' : 'Grace', time));
  server.pages = [page('one', 'Summer fair'), { ...page('two', 'Old menu'), deletedAt: times[149] ?? '' }];
  show('admin');
  expect(await screen.findByText(/by Ada/)).toBeVisible();
  expect(screen.getByText(/by Grace/)).toBeVisible();
  expect(server.asked).toBe(2);
});

it('names nobody where the log doesn’t', async () => {
  server.log = [deletion('one', null), deletion('one', 'Grace')];
  show('admin');
  expect(await screen.findByText('Old menu')).toBeVisible();
  await waitFor(() => expect(server.asked).toBe(1));
  expect(screen.queryByText(/ by /)).not.toBeInTheDocument();
});

it('deletes several for good, after asking', async () => {
  show('admin');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all shown' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete chosen for good…' }));
  const dialog = screen.getByRole('alertdialog', { name: 'Delete 2 pages for good?' });
  expect(server.sent).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
  expect(await screen.findByText('The trash is empty')).toBeVisible();
  expect(server.sent).toEqual(['DELETE /api/v1/pages/one?permanent=true', 'DELETE /api/v1/pages/two?permanent=true']);
});

it('restores the others where one is refused', async () => {
  server.refuses = 'one';
  show('admin');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all shown' }));
  await userEvent.click(screen.getByRole('button', { name: 'Restore chosen' }));
  expect(await screen.findByText('1 page')).toBeVisible();
  expect(screen.getByText('Summer fair')).toBeVisible();
  expect(server.sent).toEqual(['POST /api/v1/pages/two/restore']);
});

it('finds by words, and forgets what was chosen before', async () => {
  show('admin');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose Summer fair' }));
  await userEvent.type(screen.getByRole('searchbox'), 'menu');
  expect(await screen.findByText('1 page')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Restore chosen' })).toBeDisabled();
});

it('offers nothing to change to those who are no administrators', async () => {
  show('editor');
  expect(await screen.findByText('Summer fair')).toBeVisible();
  expect(screen.getByText(/Administrators can restore them/)).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  expect(server.asked).toBe(0);
});

import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AuditRecord } from '../../../api/audit-log.ts';
import { forgetCredentials } from '../../../api/credentials.ts';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';
import { showFor } from '../../../show-for-tests.tsx';
import { AuditLog } from './audit-log.tsx';

const record = (sequence: number, part: Partial<AuditRecord> = {}): AuditRecord => ({
  id: `r${String(sequence)}`,
  sequence,
  createdAt: '2026-11-20T10:00:00Z',
  actor: { id: 'g', name: 'Grace', email: 'grace@b.example' },
  action: 'page.created',
  subjectId: 'p1',
  subjectName: 'Clinic',
  detail: {},
  hash: 'abc',
  ...part,
});

/** What is in the log, how much of it is told at once, and for what it was asked. */
const server = { records: [] as AuditRecord[], atOnce: 50, asked: [] as Record<string, string>[], exported: [] as Record<string, string>[] };

beforeEach(() => {
  Object.assign(server, { records: [record(3), record(2), record(1)], atOnce: 50, asked: [], exported: [] });
  vi.stubGlobal('fetch', (address: string) => {
    const { pathname, searchParams } = new URL(address, 'http://here');
    const query = Object.fromEntries(searchParams);
    if (pathname.endsWith('/users')) return Promise.resolve(jsonAnswer({ items: [{ id: 'g', name: 'Grace', email: 'grace@b.example' }], total: 1, limit: 8, offset: 0 }));
    if (pathname.endsWith('/export')) {
      server.exported.push(query);
      return Promise.resolve(new Response('sequence\r\n', { headers: { 'Content-Disposition': 'attachment; filename="audit-log.csv"' } }));
    }
    server.asked.push(query);
    const left = server.records.filter(({ sequence, actor, subjectId }) => sequence < Number(query.cursor ?? Infinity) && (query.actor ?? actor?.id) === actor?.id && (query.subject ?? subjectId) === subjectId);
    const items = left.slice(0, server.atOnce);
    return Promise.resolve(jsonAnswer({ items, total: server.records.length, limit: 50, offset: 0, nextCursor: left.length > items.length ? String(items.at(-1)?.sequence) : null }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it('goes on where the list ended', async () => {
  server.atOnce = 2;
  showFor('admin', <AuditLog />);
  const list = await screen.findByLabelText('Audit log');
  expect(list.childElementCount).toBe(2);
  await userEvent.click(screen.getByText('Show more'));
  await waitFor(() => expect(list.childElementCount).toBe(3));
  expect(server.asked[1]).toMatchObject({ cursor: '2' });
});

it('narrows down to a person, an action and a time, and downloads the same', async () => {
  server.records = [record(1)];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => undefined }));
  showFor('admin', <AuditLog />, '/?action=page.*&from=2026-11-01&until=2026-11-30');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Done by' }), 'gr');
  await userEvent.click(await screen.findByRole('button', { name: 'Choose Grace' }));
  expect(await screen.findByRole('button', { name: /Only what Grace did.*: remove this filter/ })).toBeVisible();
  const wanted = { actor: 'g', action: 'page.*', from: new Date(2026, 10, 1).toISOString(), until: new Date(2026, 11, 1).toISOString() };
  expect(server.asked.at(-1)).toMatchObject(wanted);
  await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
  await waitFor(() => expect(server.exported).toEqual([wanted]));
});

it('shows the whole of an entry, and from there all that concerns the same', async () => {
  server.records = [record(2, { action: 'page.deleted' }), record(1, { subjectId: 'p2', subjectName: 'Menu' })];
  showFor('admin', <AuditLog />);
  const row = within((await screen.findByText('Grace put into the trash the page “Clinic”.')).closest('li') as HTMLElement);
  await userEvent.click(row.getByText(/grace@b.example/));
  expect(row.getByText('page.deleted')).toBeVisible();
  await userEvent.click(row.getByRole('button', { name: 'Only what concerns Clinic' }));
  await waitFor(() => expect(screen.queryByText('Grace made the page “Menu”.')).not.toBeInTheDocument());
  await userEvent.click(screen.getByRole('button', { name: /Only what concerns Clinic.*: remove this filter/ }));
  expect(await screen.findByText('Grace made the page “Menu”.')).toBeVisible();
});

it('says that nothing fits, and leads back', async () => {
  server.records = [];
  showFor('admin', <AuditLog />, '/?action=job.*');
  await userEvent.click(await screen.findByRole('button', { name: 'Show everything' }));
  await waitFor(() => expect(server.asked.at(-1)).not.toHaveProperty('action'));
});

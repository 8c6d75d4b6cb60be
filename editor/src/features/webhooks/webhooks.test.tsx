import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import { showFor } from '../../show-for-tests.tsx';
import { WebhookScreen } from './webhook-screen.tsx';
import { Webhooks } from './webhooks.tsx';

const webhook = (more: object = {}) => ({
  id: 'w1', url: 'https://hooks.example', description: '', events: ['page.published', 'form.*'], isActive: true, disabledReason: '', failingSince: null, createdAt: '', updatedAt: '',
  ...more,
});
const delivery = (id: string, more: object = {}) => ({
  id, webhookId: 'w1', eventId: 'm', eventType: 'page.published', state: 'failed', attempts: 2, createdAt: '2026-11-20T10:00:00Z', attemptedAt: '', responseStatus: 500, durationMs: 12, error: 'The address answered 500.',
  ...more,
});

const server = { webhooks: [webhook()], deliveries: [delivery('d1')], sent: [] as { method: string; path: string; body: unknown }[], answer: () => jsonAnswer({}) };

beforeEach(() => {
  Object.assign(server, { webhooks: [webhook()], deliveries: [delivery('d1')], sent: [], answer: () => jsonAnswer({}) });
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const { pathname } = new URL(address, 'http://here');
    const path = pathname.replace('/api/v1', '');
    if (init.method !== 'GET') {
      server.sent.push({ method: init.method ?? '', path, body: JSON.parse(typeof init.body === 'string' ? init.body : 'null') });
      return Promise.resolve(server.answer());
    }
    const list = (items: object[]) => Promise.resolve(jsonAnswer({ items, total: items.length, limit: 20, offset: 0 }));
    if (path === '/webhooks') return list(server.webhooks);
    if (path.endsWith('/deliveries')) return list(server.deliveries);
    if (path.includes('/deliveries/')) return Promise.resolve(jsonAnswer({ ...delivery(path.split('/').at(-1) ?? ''), body: { type: 'page.published' }, response: 'Out of order' }));
    return Promise.resolve(jsonAnswer(server.webhooks[0]));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

// All at once: typing letter by letter is slow in a form with many fields.
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const showList = () => showFor('admin', <Webhooks />);
const showOne = () =>
  showFor(
    'admin',
    <Routes>
      <Route path="settings/webhooks/:id" Component={WebhookScreen} />
      <Route path="settings/webhooks" element={<p>The list</p>} />
    </Routes>,
    '/settings/webhooks/w1',
  );

it('lists them with what they are told of in words, and whether it arrives', async () => {
  server.webhooks = [webhook(), webhook({ id: 'w2', description: 'Chat', failingSince: '2026-11-20T10:00:00Z' }), webhook({ id: 'w3', isActive: false, disabledReason: 'It answered 410.' })];
  showList();
  const rows = within(await screen.findByRole('list', { name: 'Webhooks' })).getAllByRole('listitem');
  expect(rows[0]).toHaveTextContent(/https:\/\/hooks.exampleOnPage published, Everything about forms/);
  expect(rows[1]).toHaveTextContent(/Chat.*Failing since/);
  expect(rows[2]).toHaveTextContent('Turned off by the server');
});

it('makes one of chosen events, and shows its secret once', async () => {
  server.webhooks = [];
  server.answer = () => jsonAnswer({ webhook: webhook(), secret: 'whsec_abc' }, 201);
  showList();
  await userEvent.click(await screen.findByRole('button', { name: 'New webhook' }));
  const dialog = within(screen.getByRole('dialog', { name: 'New webhook' }));
  write(dialog.getByLabelText('Address'), 'https://hooks.example');
  expect(dialog.getByRole('button', { name: 'Create webhook' })).toBeDisabled();
  await userEvent.click(dialog.getByText('Pages'));
  await userEvent.click(dialog.getByLabelText('Page published'));
  await userEvent.click(dialog.getByText('Forms'));
  await userEvent.click(dialog.getByLabelText('Everything about forms'));
  expect(dialog.getByLabelText('Form sent by a visitor')).toBeChecked();
  await userEvent.click(dialog.getByRole('button', { name: 'Create webhook' }));
  const secret = within(await screen.findByRole('dialog', { name: 'The webhook is there' }));
  expect(secret.getByRole('textbox', { name: 'Secret' })).toHaveValue('whsec_abc');
  expect(server.sent[0]?.body).toEqual({ url: 'https://hooks.example', description: '', events: ['page.published', 'form.*'] });
  await userEvent.click(secret.getByRole('button', { name: 'I have kept it' }));
  expect(screen.queryByDisplayValue('whsec_abc')).not.toBeInTheDocument();
});

it('shows at the address what is wrong with it', async () => {
  server.answer = () => jsonAnswer({ title: 'The webhook was not made', errors: [{ path: '/url', message: 'must lead to the public Internet' }] }, 422);
  showList();
  await userEvent.click(await screen.findByRole('button', { name: 'New webhook' }));
  const dialog = within(screen.getByRole('dialog'));
  write(dialog.getByLabelText('Address'), 'http://10.0.0.1');
  await userEvent.click(dialog.getByRole('radio', { name: 'Everything' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Create webhook' }));
  await vi.waitFor(() => expect(dialog.getByLabelText('Address')).toHaveAccessibleDescription('Must lead to the public Internet.'));
  await vi.waitFor(() => expect(dialog.getByLabelText('Address')).toHaveFocus());
  expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
});

it('sends what was changed only', async () => {
  showOne();
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Edit webhook' }));
  write(dialog.getByLabelText(/What is it for/), 'Chat');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  expect(server.sent).toEqual([{ method: 'PATCH', path: '/webhooks/w1', body: { description: 'Chat' } }]);
});

it('sends a test, and says what came of each message', async () => {
  showOne();
  const messages = within(await screen.findByRole('list', { name: 'Messages' }));
  expect(messages.getByRole('button')).toHaveTextContent(/Page published.*The address answered 500. \(attempt 2\).*Failed/);
  server.deliveries = [delivery('d2', { eventType: 'webhook.ping', state: 'delivered', attempts: 1, responseStatus: 204, error: '', durationMs: 93 }), delivery('d1')];
  await userEvent.click(screen.getByRole('button', { name: 'Send a test' }));
  expect(await messages.findByText('Test message')).toBeVisible();
  expect(messages.getByText(/Answered 204 in 93 ms/)).toBeVisible();
});

it('shows one message in full, and sends it again', async () => {
  server.answer = () => jsonAnswer({ ...delivery('d9'), body: {}, response: '' }, 201);
  showOne();
  await userEvent.click(within(await screen.findByRole('list', { name: 'Messages' })).getByRole('button'));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText('Out of order')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Send again' }));
  expect(server.sent[0]?.path).toBe('/webhooks/w1/deliveries/d1/redeliver');
});

it('says why the server turned it off, and turns it on again', async () => {
  server.webhooks = [webhook({ isActive: false, disabledReason: 'The address answered 410.' })];
  showOne();
  expect(await screen.findByText(/The server has turned it off: The address answered 410./)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Send a test' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Turn it on' }));
  expect(server.sent).toEqual([{ method: 'PATCH', path: '/webhooks/w1', body: { isActive: true } }]);
});

it('is deleted after asking', async () => {
  server.answer = () => new Response(null, { status: 204 });
  showOne();
  await userEvent.click(await screen.findByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Delete…' }));
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete webhook' }));
  expect(await screen.findByText('The list')).toBeVisible();
});

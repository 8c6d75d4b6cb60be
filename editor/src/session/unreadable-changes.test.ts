// With the real engine: what an earlier session left that can't be read any more, its component having gone, keeps nobody from their page.
import { expect, it } from 'vitest';

import type { Transaction } from '../engine/document.ts';

import { compileEngine, openPageForTests } from './page-for-tests.ts';

const unreadable: Transaction = {
  id: 'me-1',
  label: 'Insert Promo',
  operations: [{ type: 'insert_node', place: { parent: null, slot: 'components', before: null }, node: { id: 'new', component: 'no-such-component' } }],
};
const readable: Transaction = { id: 'me-2', label: 'Change Text', operations: [{ type: 'set_prop', id: 'words', key: 'text', value: 'After' }] };
const document = { components: [{ id: 'words', component: 'heading', props: { text: 'Before' } }] };

it('opens the page without it, and sends it for the server to say why it is refused', async () => {
  const { session, queue, sent } = await openPageForTests(await compileEngine(), document, [unreadable, readable]);
  const notices: string[] = [];
  session.notices.on(({ message }) => notices.push(message));
  expect(session.state.get()).toMatchObject({ status: 'ready', failure: null, saveState: { kind: 'saving', changes: 2 } });
  expect(session.tree.node('words')?.props.text).toBe('After');
  expect(sent.map((message) => (JSON.parse(message) as { transaction: Transaction }).transaction)).toEqual([unreadable, readable]);

  session.receive({ type: 'refuse', id: 'me-1', error: { code: 'invalid_operation', message: 'There is no component "no-such-component".' } });
  expect(notices).toEqual(['There is no component "no-such-component".']);
  expect(queue.all()).toEqual([readable]);
  session.receive({ type: 'acknowledge', id: 'me-2', sequence: 2 });
  expect(session.state.get()).toMatchObject({ status: 'ready', saveState: { kind: 'saved' } });
  expect(session.tree.node('words')?.props.text).toBe('After');
});

it('gives it up with the rest where nothing may be sent', async () => {
  const { session, queue } = await openPageForTests(await compileEngine(), document, [unreadable, readable]);
  session.receive({ type: 'welcome', sequence: 1, role: 'editor', canEdit: false, library: '', transactions: [] });
  expect(session.state.get().saveState).toEqual({ kind: 'view-only', changes: 2 });
  session.discardPending();
  expect(queue.all()).toEqual([]);
  expect(session.tree.node('words')?.props.text).toBe('Before');
});

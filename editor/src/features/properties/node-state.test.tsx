import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';

import { setLocked } from '../../session/node-settings.ts';
import { compileEngine, openPageForTests } from '../../session/page-for-tests.ts';
import { SessionContext } from '../../session/react.ts';

import { NodeState } from './node-state.tsx';

afterEach(cleanup);

it('says that a node is locked by what it stands in, as soon as that is so, and unlocks that', async () => {
  const document = { components: [{ id: 'section', component: 'section', children: { content: [{ id: 'card', component: 'card' }] } }] };
  const { session } = await openPageForTests(await compileEngine(), document);
  render(
    <SessionContext value={session}>
      <NodeState id="card" />
    </SessionContext>,
  );
  expect(screen.queryByText(/locked/)).not.toBeInTheDocument();
  act(() => void setLocked(session, ['section'], true));
  expect(screen.getByText('Inside “Section”, which is locked.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(screen.queryByText(/locked/)).not.toBeInTheDocument();
  expect(session.tree.node('section')?.settings).toBeUndefined();
});

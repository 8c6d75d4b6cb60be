import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { compileEngine, openPageForTests } from '../../session/page-for-tests.ts';
import { SessionContext } from '../../session/react.ts';

import { LayersPanel } from './layers-panel.tsx';

const ids = ['one', 'two', 'three', 'four'];

afterEach(cleanup);

it('goes on a row with every press of a key, however fast they follow', async () => {
  const { session } = await openPageForTests(await compileEngine(), { components: ids.map((id) => ({ id, component: 'divider' })) });
  render(
    <SessionContext value={session}>
      <LayersPanel />
    </SessionContext>,
  );
  const row = screen.getAllByRole('treeitem')[0] as HTMLElement;
  row.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) fireEvent.keyDown(row, { key });
  expect(session.state.get().selected).toEqual(['three']);
  await expect.poll(() => document.activeElement?.id).toBe('layer-three');
});

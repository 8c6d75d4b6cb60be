import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';

import type { NestedNode } from '../../engine/document.ts';
import { compileEngine, openPageForTests } from '../../session/page-for-tests.ts';
import { SessionContext } from '../../session/react.ts';

import { LayersPanel } from './layers-panel.tsx';

let engine: WebAssembly.Module;
beforeAll(async () => {
  engine = await compileEngine();
});
afterEach(cleanup);

async function show(components: NestedNode[]) {
  const { session } = await openPageForTests(engine, { components });
  render(
    <SessionContext value={session}>
      <LayersPanel />
    </SessionContext>,
  );
  return session;
}
const dividers = (ids: readonly string[]): NestedNode[] => ids.map((id) => ({ id, component: 'divider' }));
const hundred = dividers(Array.from({ length: 100 }, (_, index) => `row-${String(index)}`));
const rowOf = (id: string) => document.getElementById(`layer-${id}`);
const focused = () => document.activeElement?.id;

it('goes on a row with every press of a key, however fast they follow', async () => {
  const session = await show(dividers(['one', 'two', 'three', 'four']));
  const row = screen.getAllByRole('treeitem')[0] as HTMLElement;
  row.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) fireEvent.keyDown(row, { key });
  expect(session.state.get().selected).toEqual(['three']);
  await expect.poll(focused).toBe('layer-three');
});

it.each(['Delete', 'Backspace'])('goes on beside what %s removed', async (key) => {
  const session = await show(dividers(['one', 'two', 'three']));
  act(() => session.select('two'));
  rowOf('two')?.focus();
  fireEvent.keyDown(document.activeElement as Element, { key });
  expect(rowOf('two')).toBeNull();
  expect(focused()).toBe(`layer-${String(session.state.get().selection)}`);
});

it('takes rows into the selection and out of it with a press alone, where several are selected', async () => {
  const session = await show(dividers(['one', 'two', 'three']));
  const press = (id: string) => act(() => void fireEvent.click(rowOf(id) as Element));
  press('one');
  press('two');
  expect(session.state.get().selected).toEqual(['two']);
  act(() => session.state.update({ selectsSeveral: true }));
  press('three');
  press('one');
  press('two');
  expect(session.state.get().selected).toEqual(['three', 'one']);
  fireEvent.contextMenu(rowOf('two') as Element);
  expect(session.state.get().selected).toEqual(['three', 'one', 'two']);
});

it('goes to rows that are not drawn yet', async () => {
  await show(hundred);
  rowOf('row-0')?.focus();
  expect(rowOf('row-99')).toBeNull();
  fireEvent.keyDown(document.activeElement as Element, { key: 'End' });
  expect(focused()).toBe('layer-row-99');
  await act(() => new Promise(requestAnimationFrame)); // the next key comes later
  fireEvent.keyDown(document.activeElement as Element, { key: 'Home' });
  expect(focused()).toBe('layer-row-0');
});

it('brings the row into view whose name is to be written', async () => {
  const session = await show([...hundred, { id: 'section', component: 'section', children: { content: dividers(['inside']) } }]);
  act(() => session.select('inside'));
  fireEvent.keyDown(rowOf('inside') as Element, { key: 'ArrowLeft' }); // to the section
  fireEvent.keyDown(rowOf('section') as Element, { key: 'ArrowLeft' }); // which folds
  act(() => session.select('row-0'));
  expect(rowOf('inside')).toBeNull();
  act(() => session.state.update({ renaming: 'inside' }));
  expect(screen.getByRole('textbox', { name: 'Name of Divider' })).toHaveFocus();
  expect(rowOf('inside')).toContainElement(screen.getByRole('textbox'));
});

it('brings the row into view that stayed selected while the list was scrolled away', async () => {
  const session = await show(hundred);
  act(() => session.select('row-0'));
  const tree = screen.getByRole('tree');
  tree.scrollTop = 1500;
  fireEvent.scroll(tree);
  expect(rowOf('row-0')).toBeNull();
  act(() => session.state.update({ renaming: 'row-0' }));
  expect(rowOf('row-0')).toContainElement(screen.getByRole('textbox'));
});

it('waits for no name of what is not there', async () => {
  const session = await show(hundred);
  act(() => session.state.update({ renaming: 'gone' }));
  expect(session.state.get().renaming).toBeNull();
});

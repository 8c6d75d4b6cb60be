// One gesture of the author is one call into the engine, counted where the module is called: the real engine, the real library.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { duplicateNode, duplicateNodes, insertComponent, moveNode, moveNodes, removeNode, removeNodes } from './commands.ts';
import { compileEngine, openPageForTests } from './page-for-tests.ts';
import type { PageSession } from './page-session.ts';

const document = {
  components: [
    {
      id: 'section',
      component: 'section',
      children: { content: [{ id: 'one', component: 'card' }, { id: 'two', component: 'card' }] },
    },
  ],
};

// WASM-15
describe('one gesture', () => {
  let module: WebAssembly.Module;
  let session: PageSession;
  let calls: () => number;

  beforeAll(async () => {
    module = await compileEngine();
  });

  beforeEach(async () => {
    ({ session, calls } = await openPageForTests(module, document));
  });

  function callsOf(gesture: () => unknown): number {
    const before = calls();
    expect(gesture() ?? null).toBeNull(); // no refusal
    return calls() - before;
  }
  const setTitle = () => session.apply('Edit Card', [{ type: 'set_prop', id: 'one', key: 'title', value: 'Other' }], { coalesce: 'one.title' });

  it('opens a page with the library and the page, a call each', () => {
    expect(calls()).toBe(2);
    expect(session.tree.size()).toBe(3);
  });

  it('is one call: a prop changed', () => {
    expect(callsOf(setTitle)).toBe(1);
    expect(session.tree.node('one')?.props.title).toBe('Other');
  });

  it('is one call: a component dropped on the page', () => {
    expect(callsOf(() => insertComponent(session, 'button', { parent: 'one', slot: 'content', before: null }))).toBe(1);
    expect(session.tree.children('one').content).toHaveLength(1);
  });

  it('is one call: a node dropped elsewhere', () => {
    expect(callsOf(() => moveNode(session, 'two', { parent: 'section', slot: 'content', before: 'one' }))).toBe(1);
    expect(session.tree.children('section').content).toEqual(['two', 'one']);
  });

  it('is one call: a node deleted', () => {
    expect(callsOf(() => removeNode(session, 'two'))).toBe(1);
    expect(session.tree.node('two')).toBeUndefined();
  });

  it('is one call: undo, and redo', () => {
    setTitle();
    expect(callsOf(() => session.undo())).toBe(1);
    expect(session.tree.node('one')?.props.title).not.toBe('Other');
    expect(callsOf(() => session.redo())).toBe(1);
    expect(session.tree.node('one')?.props.title).toBe('Other');
  });

  it('is one call: a node duplicated, as the editor knows what it copies', () => {
    expect(callsOf(() => duplicateNode(session, 'one'))).toBe(1);
    expect(session.tree.children('section').content).toHaveLength(3);
  });

  it('is one call: several moved, duplicated or deleted, and one to undo it', () => {
    const before = session.tree.document();
    const several = ['one', 'two'];
    expect(callsOf(() => moveNodes(session, several, { parent: null, slot: 'components', before: 'section' }))).toBe(1);
    expect(session.tree.rootChildren()).toEqual(['one', 'two', 'section']);
    expect(callsOf(() => duplicateNodes(session, several))).toBe(1);
    expect(session.tree.rootChildren()).toHaveLength(5);
    expect(callsOf(() => removeNodes(session, several))).toBe(1);
    expect(session.tree.rootChildren()).toHaveLength(3);
    for (let step = 0; step < 3; step += 1) expect(callsOf(() => session.undo())).toBe(1);
    expect(session.tree.document()).toEqual(before);
  });
});

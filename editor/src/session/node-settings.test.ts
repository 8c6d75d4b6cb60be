import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { removeNode } from './commands.ts';
import { areAll, renameNode, setHidden, setLocked } from './node-settings.ts';
import { compileEngine, openPageForTests } from './page-for-tests.ts';
import type { PageSession } from './page-session.ts';

const document = {
  components: [
    { id: 'one', component: 'card', props: { title: 'One' } },
    { id: 'two', component: 'card', props: { title: 'Two' } },
  ],
};

describe('settings of nodes', () => {
  let module: WebAssembly.Module;
  let session: PageSession;
  let calls: () => number;

  beforeAll(async () => {
    module = await compileEngine();
  });

  beforeEach(async () => {
    ({ session, calls } = await openPageForTests(module, document));
  });

  it('names a node in one line, and takes the name away again', () => {
    expect(renameNode(session, 'one', '  Opening\n hours ')).toBeNull();
    expect(session.tree.node('one')?.settings).toEqual({ name: 'Opening hours' });
    expect(session.nameOf('one')).toBe('Opening hours');
    const before = calls();
    expect(renameNode(session, 'one', 'Opening hours')).toBeNull();
    expect(calls()).toBe(before); // nothing has changed
    renameNode(session, 'one', '');
    expect(session.tree.node('one')?.settings).toBeUndefined();
    expect(session.nameOf('one')).toBe('Card');
  });

  it('cuts a name that is too long between characters', () => {
    renameNode(session, 'one', '🌷'.repeat(101));
    expect(session.tree.node('one')?.settings?.name).toBe('🌷'.repeat(100));
  });

  it('says so when what is to be renamed is gone', () => {
    removeNode(session, 'one');
    const before = calls();
    expect(renameNode(session, 'one', '')?.message).toBe('What was to be renamed is no longer on the page.');
    expect(calls()).toBe(before);
  });

  it('hides and shows several in one call that can be undone', () => {
    const before = calls();
    expect(setHidden(session, ['one', 'two'], true)).toBeNull();
    expect(calls() - before).toBe(1);
    expect(areAll(session, ['one', 'two'], 'hidden')).toBe(true);
    expect(session.state.get().undoLabel).toBe('Hide 2 components');
    session.undo();
    expect(areAll(session, ['one'], 'hidden')).toBe(false);
  });

  it('keeps what is locked, and says so by its name', () => {
    renameNode(session, 'one', 'Intro');
    setLocked(session, ['one'], true);
    expect(removeNode(session, 'one')?.message).toBe('“Intro” is locked. Unlock it to change it.');
    expect(session.tree.node('one')).toBeDefined();
    setLocked(session, ['one'], false);
    expect(removeNode(session, 'one')).toBeNull();
    expect(session.tree.node('one')).toBeUndefined();
  });
});

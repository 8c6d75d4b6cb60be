// What is done to several nodes at once: which of them count, in which order they come, and what is left selected.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { moveAmongSiblings, moveIntoSibling, moveOut } from './arranging.ts';
import { copySelection, cutSelection, paste } from './clipboard.ts';
import { duplicateNodes, moveNodes, removeNodes } from './commands.ts';
import { compileEngine, openPageForTests } from './page-for-tests.ts';
import type { PageSession } from './page-session.ts';
import { inPageOrder, toggled, topmost } from './selected-nodes.ts';
import { runCommand } from './editor-commands.ts';
import { selectAndTell, selectSiblings, toggleSelected } from './selection.ts';

const text = (id: string) => ({ id, component: 'text' });
const ours = (copied: string | null) => ({ own: copied ?? '', html: '', text: '' });
const document = {
  components: [
    { id: 'first', component: 'section', children: { content: ['a', 'b', 'c', 'd'].map(text) } },
    { id: 'second', component: 'section', children: { content: ['e', 'f'].map(text) } },
    { id: 'button', component: 'button' },
  ],
};

describe('several nodes', () => {
  let module: WebAssembly.Module;
  let session: PageSession;
  const inFirst = () => session.tree.children('first').content ?? [];
  const inSecond = () => session.tree.children('second').content ?? [];
  const selected = () => session.state.get().selected;

  beforeAll(async () => {
    module = await compileEngine();
  });
  beforeEach(async () => {
    ({ session } = await openPageForTests(module, document));
    localStorage.clear();
  });

  it('count once: what stands inside of another goes with it', () => {
    expect(topmost(session.tree, ['a', 'first', 'e', 'gone', 'e'])).toEqual(['first', 'e']);
    session.selectAll(['a', 'first']);
    expect(session.state.get()).toMatchObject({ selected: ['first'], selection: 'first' });
  });

  it('are put in the order of the page, however they were chosen', () => {
    expect(inPageOrder(session.tree, ['button', 'f', 'c', 'a', 'e'])).toEqual(['a', 'c', 'e', 'f', 'button']);
  });

  it('come and go one by one; what holds one, or is held by it, gives way', () => {
    expect(toggled(session.tree, ['a', 'c'], 'b')).toEqual(['a', 'c', 'b']);
    expect(toggled(session.tree, ['a', 'c'], 'a')).toEqual(['c']);
    expect(toggled(session.tree, ['first', 'button'], 'a')).toEqual(['button', 'a']);
    expect(toggled(session.tree, ['a', 'e'], 'first')).toEqual(['e', 'first']);
  });

  it('select all siblings, the main one stays the main one', () => {
    session.select('b');
    selectSiblings(session);
    expect(session.state.get()).toMatchObject({ selected: ['a', 'c', 'd', 'b'], selection: 'b' });
  });

  it('move together in their order, also to before one of themselves', () => {
    moveNodes(session, ['c', 'a'], { parent: 'second', slot: 'content', before: 'f' });
    expect(inSecond()).toEqual(['e', 'a', 'c', 'f']);
    moveNodes(session, ['e', 'c'], { parent: 'second', slot: 'content', before: 'c' });
    expect(inSecond()).toEqual(['a', 'e', 'c', 'f']);
    session.undo();
    session.undo();
    expect([inFirst(), inSecond()]).toEqual([['a', 'b', 'c', 'd'], ['e', 'f']]);
    expect(session.state.get().undoLabel).toBeNull();
  });

  it('make no step to undo where they stand there already', () => {
    moveNodes(session, ['b', 'c'], { parent: 'first', slot: 'content', before: 'd' });
    moveNodes(session, ['b', 'c'], { parent: 'first', slot: 'content', before: 'b' });
    expect(session.state.get().undoLabel).toBeNull();
  });

  it('are duplicated in groups, the copies selected', () => {
    duplicateNodes(session, ['e', 'b', 'a']);
    expect(inFirst()).toHaveLength(6);
    expect([inFirst().slice(0, 2), inFirst().slice(4)]).toEqual([['a', 'b'], ['c', 'd']]);
    expect(selected()).toEqual([...inFirst().slice(2, 4), inSecond()[1]]);
    expect(session.state.get().undoLabel).toBe('Duplicate 3 components');
  });

  it('leave the selection to what takes their place', () => {
    session.selectAll(['b', 'c']);
    removeNodes(session, ['b', 'c']);
    expect(selected()).toEqual(['d']);
    session.undo();
    session.selectAll(['a', 'e', 'c']);
    removeNodes(session, ['c']);
    expect(session.state.get()).toMatchObject({ selected: ['a', 'e'], selection: 'e' });
  });

  it('are copied, cut and pasted as a whole', () => {
    session.selectAll(['f', 'b']);
    const copied = copySelection(session);
    session.select('d');
    expect(paste(session, ours(copied))).toBeNull();
    expect(inFirst()).toHaveLength(6);
    expect(selected()).toEqual(inFirst().slice(4));
    session.selectAll(['a', 'c']);
    const { text: cut } = cutSelection(session);
    expect(inFirst()).not.toContain('a');
    expect(session.state.get().undoLabel).toBe('Cut 2 components');
    session.select('second');
    paste(session, ours(cut));
    expect(inSecond()).toHaveLength(4);
  });

  it('paste a copy beside what it was copied from, not into it', () => {
    session.select('second');
    paste(session, ours(copySelection(session)));
    expect(session.tree.rootChildren()).toHaveLength(4);
    expect(session.tree.rootChildren().slice(0, 2)).toEqual(['first', 'second']);
  });

  describe('put together one by one', () => {
    let said: string[];
    beforeEach(() => {
      said = [];
      session.announcements.on((text) => said.push(text));
      session.select('a');
    });

    it('are told of, each', () => {
      toggleSelected(session, 'b');
      toggleSelected(session, 'second');
      toggleSelected(session, 'b');
      selectAndTell(session, ['a', 'second', 'c', 'd']);
      selectAndTell(session, ['a', 'second', 'c', 'd']);
      selectAndTell(session, ['button']);
      expect(said).toEqual(['Text added: 2 selected.', 'Section added: 3 selected.', 'Text taken out: 2 selected.', '2 components added: 4 selected.', 'Button selected.']);
      selectAndTell(session, ['a']);
      expect(said).toHaveLength(5);
    });

    it('are so by presses alone until that is ended, or nothing is selected', () => {
      const selectsSeveral = () => session.state.get().selectsSeveral;
      runCommand(session, 'select-several');
      expect([selectsSeveral(), said]).toEqual([true, ['A tap takes one more into the selection, or out of it.']]);
      toggleSelected(session, 'b');
      removeNodes(session, ['b']);
      expect([selected(), selectsSeveral()]).toEqual([['a'], true]);
      toggleSelected(session, 'a');
      expect([selected(), selectsSeveral(), said.at(-1)]).toEqual([[], false, 'Nothing selected.']);
      runCommand(session, 'select-several');
      expect(selectsSeveral()).toBe(false);
      session.select('a');
      runCommand(session, 'select-several');
      runCommand(session, 'select-several');
      expect([selectsSeveral(), said.at(-1)]).toEqual([false, 'A tap selects one alone again.']);
    });

    it('are not added to what takes the place of what was deleted', () => {
      runCommand(session, 'select-several');
      removeNodes(session, ['a']);
      expect(session.state.get()).toMatchObject({ selected: ['b'], selectsSeveral: false });
    });
  });

  describe('without a pointer', () => {
    it('move up and down as one, and say where the end is', () => {
      session.selectAll(['d', 'b']);
      expect(moveAmongSiblings(session, -1)).toBeNull();
      expect(inFirst()).toEqual(['b', 'd', 'a', 'c']);
      expect(moveAmongSiblings(session, -1)?.message).toMatch(/nothing stands before it/);
      expect(moveAmongSiblings(session, 1)).toBeNull();
      expect(inFirst()).toEqual(['a', 'b', 'd', 'c']);
      expect(selected()).toEqual(['d', 'b']);
    });

    it('move out to after their parent', () => {
      session.selectAll(['b', 'c']);
      expect(moveOut(session)).toBeNull();
      expect(session.tree.rootChildren()).toEqual(['first', 'b', 'c', 'second', 'button']);
      expect(moveOut(session)?.message).toMatch(/on the page itself/);
    });

    it('move into the container before or after them', () => {
      session.select('button');
      expect(moveIntoSibling(session, -1)).toBeNull();
      expect(inSecond()).toEqual(['e', 'f', 'button']);
      session.select('first');
      expect(moveIntoSibling(session, 1)).toBeNull();
      expect(inSecond()[0]).toBe('first');
      session.select('a');
      expect(moveIntoSibling(session, 1)?.message).toMatch(/takes it/);
    });

    it('say why they can’t where they stand apart', () => {
      session.selectAll(['a', 'e']);
      expect(moveAmongSiblings(session, 1)?.message).toMatch(/different places/);
    });
  });
});

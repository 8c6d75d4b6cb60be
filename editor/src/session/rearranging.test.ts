// Wrapping, unwrapping, converting, giving a style to others: one call each, one step to undo, and what was said of it.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { destinationsFor } from './arranging.ts';
import { moveNodes } from './commands.ts';
import { conversionsOf, convertNode } from './converting.ts';
import { copyStyle, pasteStyle } from './copied-style.ts';
import { runCommand } from './editor-commands.ts';
import { fitsSchema } from './fits-schema.ts';
import { compileEngine, openPageForTests } from './page-for-tests.ts';
import type { PageSession } from './page-session.ts';
import { unwrapNodes, wrapNodes, wrappersFor } from './wrapping.ts';

const document = {
  components: [
    {
      id: 'card',
      component: 'card',
      props: { title: 'A card', text: 'Its text', url: '#there', level: 'h4' },
      styles: { base: { color: 'red' }, mobile: { padding: '4px' } },
      children: { content: [{ id: 'button', component: 'button' }, { id: 'image', component: 'image' }] },
    },
    { id: 'one', component: 'text', styles: { base: { margin: '3px' } } },
    { id: 'two', component: 'text' },
    { id: 'form', component: 'form', children: { content: [{ id: 'input', component: 'input' }] } },
  ],
};

describe('rearranging', () => {
  let module: WebAssembly.Module;
  let session: PageSession;
  let calls: () => number;
  let said: string[];

  beforeAll(async () => {
    module = await compileEngine();
  });
  beforeEach(async () => {
    ({ session, calls } = await openPageForTests(module, document));
    localStorage.clear();
    said = [];
    session.announcements.on((text) => said.push(text));
  });

  // One call, and one more that makes it as it was.
  function isOneStep(gesture: () => unknown): void {
    const [before, count] = [session.tree.document(), calls()];
    expect(gesture() ?? null).toBeNull();
    expect(calls() - count).toBe(1);
    const after = session.tree.document();
    expect(after).not.toEqual(before);
    session.undo();
    expect(session.tree.document()).toEqual(before);
    session.redo();
    expect(session.tree.document()).toEqual(after);
  }

  it('wraps several in what can stand around them', () => {
    const names = wrappersFor(session, ['two', 'one']).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['section', 'container', 'grid', 'flex', 'card', 'form']));
    expect(names).not.toContain('button');
    isOneStep(() => wrapNodes(session, ['two', 'one'], 'grid'));
    const [, grid = ''] = session.tree.rootChildren();
    expect(session.tree.node(grid)?.component).toBe('grid');
    expect(session.tree.children(grid).content).toEqual(['one', 'two']);
    expect(said[0]).toBe('2 components wrapped in Grid.');
  });

  it('does not wrap in what would refuse them', () => {
    expect(wrappersFor(session, ['card']).map(({ name }) => name)).not.toContain('form');
    expect(wrapNodes(session, ['card'], 'button')?.message).toMatch(/can’t go around/);
  });

  it('unwraps: what a container held takes its place', () => {
    isOneStep(() => unwrapNodes(session, ['card', 'form', 'one']));
    expect(session.tree.rootChildren()).toEqual(['button', 'image', 'one', 'two', 'input']);
    expect(unwrapNodes(session, ['two'])).toBeNull();
    expect(session.tree.rootChildren()).toHaveLength(5);
  });

  it('converts and keeps what fits: props, style and children', () => {
    const hero = conversionsOf(session, 'card').find(({ definition }) => definition.name === 'hero');
    expect(hero?.props).toEqual({ title: 'A card', text: 'Its text' }); // a hero’s level is h1 or h2
    expect(hero).toMatchObject({ places: [{ id: 'button', slot: 'actions' }], lost: 1 });
    isOneStep(() => hero && convertNode(session, 'card', hero));
    const [converted = ''] = session.tree.rootChildren();
    expect(session.tree.node(converted)).toMatchObject({ component: 'hero', styles: document.components[0]?.styles });
    expect(session.tree.children(converted).actions).toEqual(['button']);
    expect(said[0]).toBe('Card converted to Hero. One component did not fit and went. Undo brings them back.');
  });

  it('keeps what it is called, and keeps it hidden, whatever it becomes', () => {
    session.apply('Name and hide', [
      { type: 'set_node', id: 'card', key: 'name', value: 'Offer' },
      { type: 'set_node', id: 'card', key: 'hidden', value: true },
    ]);
    const section = conversionsOf(session, 'card').find(({ definition }) => definition.name === 'section');
    isOneStep(() => section && convertNode(session, 'card', section));
    expect(session.tree.node(session.tree.rootChildren()[0] ?? '')?.settings).toEqual({ name: 'Offer', hidden: true });
  });

  it('offers first what keeps most', () => {
    const conversions = conversionsOf(session, 'card');
    const [first] = conversions;
    expect(first?.lost).toBe(0);
    const kept = ({ props, places }: (typeof conversions)[number]) => Object.keys(props).length + places.length;
    expect(first && kept(first)).toBe(Math.max(...conversions.filter(({ lost }) => lost === 0).map(kept)));
    expect(conversions.map(({ definition }) => definition.name)).not.toContain('card');
  });

  it('gives one’s style to others, and takes away what it had not', () => {
    session.select('card');
    copyStyle(session);
    session.selectAll(['two', 'one']);
    isOneStep(() => pasteStyle(session));
    for (const id of ['one', 'two']) expect(session.tree.node(id)?.styles).toEqual(document.components[0]?.styles);
  });

  it('knows every container that takes what is moved, and none inside of it', () => {
    const labels = (ids: string[]) => destinationsFor(session, ids).map(({ label, path }) => (path === '' ? label : `${path} › ${label}`));
    expect(labels(['one'])).toEqual(['The page', 'Card', 'Form']);
    expect(labels(['card'])).toEqual(['The page']);
    const destination = destinationsFor(session, ['two', 'one']).find(({ id }) => id === 'card');
    isOneStep(() => destination && moveNodes(session, ['two', 'one'], destination.place));
    expect(session.tree.children('card').content).toEqual(['button', 'image', 'one', 'two']);
    expect(said[0]).toBe('2 components moved: 3 to 4 of 4 in Card.');
  });

  it('says what each command has done, or why it has not', () => {
    const refused: string[] = [];
    session.notices.on(({ message }) => refused.push(message));
    session.select('two');
    runCommand(session, 'move-up');
    runCommand(session, 'undo');
    runCommand(session, 'duplicate');
    runCommand(session, 'delete');
    expect(said).toEqual(['Text moved: 2 of 4 on the page.', 'Undone: Move Text.', 'Text duplicated: 4 of 5 on the page.', 'Text deleted.']);
    runCommand(session, 'move-out');
    expect(refused).toEqual(['Form stands on the page itself already.']);
  });
});

describe('fitsSchema', () => {
  it.each([
    ['h2', { type: 'string', enum: ['h1', 'h2'] }, true],
    ['h4', { type: 'string', enum: ['h1', 'h2'] }, false],
    ['longer', { type: 'string', maxLength: 3 }, false],
    ['Ünï', { type: 'string', maxLength: 3, pattern: '^\\p{L}+$' }, true],
    [3, { type: 'integer', minimum: 1, maximum: 3 }, true],
    [3.5, { type: 'integer' }, false],
    [true, { type: ['string', 'boolean'] }, true],
    [[{ title: 'a' }], { type: 'array', maxItems: 1, items: { type: 'object', properties: { title: { type: 'string' } } } }, true],
    [[{ title: 1 }], { type: 'array', items: { type: 'object', properties: { title: { type: 'string' } } } }, false],
    [{}, { type: 'object', required: ['src'] }, false],
    ['x', { $ref: '#/$defs/short', $defs: { short: { type: 'string', maxLength: 0 } } }, false],
  ])('%j under %j: %s', (value, schema, fits) => {
    expect(fitsSchema(value, schema)).toBe(fits);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ShownPerson } from '../canvas/protocol.ts';

import { CommentMarkers } from './comment-markers.ts';
import { NodeIndex } from './node-index.ts';
import { PeopleOverlay } from './people-overlay.ts';

const person = (client: string, more: Partial<ShownPerson> = {}): ShownPerson => ({
  client,
  name: client,
  color: '#b4236a',
  selection: [],
  editing: null,
  cursor: null,
  ...more,
});

const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

// A page of two headings, 100 pixels high each, and one that is far below.
function pageOf(): { root: ShadowRoot; index: NodeIndex } {
  document.body.innerHTML = '<main><h2 data-node="a">A</h2><h2 data-node="b">B</h2><h2 data-node="far">Far</h2></main>';
  const tops: Record<string, number> = { a: 0, b: 100, far: 100_000 };
  for (const element of document.querySelectorAll<HTMLElement>('[data-node]')) {
    const top = tops[element.dataset.node ?? ''] ?? 0;
    element.getBoundingClientRect = () => new DOMRect(0, top, 400, 100);
  }
  const index = new NodeIndex();
  index.open(document.querySelector('main') as HTMLElement, {});
  return { root: document.createElement('div').attachShadow({ mode: 'open' }), index };
}

describe('others on the canvas', () => {
  let root: ShadowRoot;
  let people: PeopleOverlay;
  const outlines = () => [...root.querySelectorAll<HTMLElement>('.person')];
  const cursors = () => [...root.querySelectorAll<HTMLElement>('.cursor')].filter(({ hidden }) => !hidden);
  beforeEach(() => {
    const page = pageOf();
    root = page.root;
    people = new PeopleOverlay(root, page.index);
  });
  afterEach(() => (document.body.innerHTML = ''));

  it('are outlined where they select, and named once', async () => {
    people.show([person('Ada', { selection: ['a', 'b', 'far', 'unknown'] })]);
    await frame();
    expect(outlines().map(({ dataset, style }) => [dataset.name, style.translate])).toEqual([
      ['Ada', '0px 0px'],
      [undefined, '0px 100px'],
    ]);
  });

  it('are marked where they type', async () => {
    people.show([person('Ada', { selection: ['a'], editing: 'a' })]);
    await frame();
    expect(outlines()).toHaveLength(1);
    expect(outlines()[0]?.dataset.name).toBe('Ada is typing');
    expect(outlines()[0]?.classList.contains('typing')).toBe(true);
  });

  it('have a cursor at their place in a node', async () => {
    people.show([person('Ada', { cursor: { node: 'b', x: 5000, y: 2500 } })]);
    await frame();
    expect(cursors().map(({ style, textContent }) => [style.translate, textContent])).toEqual([['200px 125px', 'Ada']]);
  });

  it('are gone when they leave', async () => {
    people.show([person('Ada', { selection: ['a'], cursor: { node: 'a', x: 0, y: 0 } }), person('Ben', { selection: ['b'] })]);
    await frame();
    people.show([person('Ben')]);
    await frame();
    expect(outlines()).toEqual([]);
    expect(cursors()).toEqual([]);
    expect(people.isAnybodyHere()).toBe(true);
    people.show([]);
    expect(root.querySelectorAll('.cursor')).toHaveLength(0);
    expect(people.isAnybodyHere()).toBe(false);
  });

  it('are text, whatever they are called', async () => {
    people.show([person('<img src=x onerror=alert(1)>', { selection: ['a'], cursor: { node: null, x: 0, y: 0 } })]);
    await frame();
    expect(root.querySelector('img')).toBeNull();
    expect(cursors()[0]?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('are at most sixty outlines', async () => {
    people.show(Array.from({ length: 200 }, (_, index) => person(`p${index}`, { selection: ['a'] })));
    await frame();
    expect(outlines()).toHaveLength(60);
  });
});

describe('comments on the canvas', () => {
  it('are buttons on the parts that they are about, as long as those are in view', async () => {
    const { root, index } = pageOf();
    const pressed: string[] = [];
    const markers = new CommentMarkers(root, index, (node) => pressed.push(node));
    markers.show([
      { node: 'b', count: 2, label: '2 comments by <b>Ada</b>' },
      { node: 'far', count: 1, label: 'Comment by Ben' },
      { node: 'unknown', count: 1, label: 'Comment by Cy' },
    ]);
    await frame();
    const buttons = [...root.querySelectorAll('button')];
    expect(buttons.map((button) => [button.getAttribute('aria-label'), button.textContent])).toEqual([['2 comments by <b>Ada</b>', '2']]);
    buttons[0]?.click();
    expect(pressed).toEqual(['b']);
    markers.show([]);
    expect(root.querySelectorAll('button')).toHaveLength(0);
    document.body.innerHTML = '';
  });

  it('are at most a hundred of those in view, however many stand elsewhere', async () => {
    const { root, index } = pageOf();
    const markers = new CommentMarkers(root, index, () => undefined);
    const elsewhere = Array.from({ length: 150 }, (_, at) => ({ node: at === 0 ? 'far' : `unknown-${String(at)}`, count: 1, label: 'Comment by Ben' }));
    markers.show([...elsewhere, { node: 'b', count: 1, label: 'Comment by Ada' }]);
    await frame();
    expect([...root.querySelectorAll('button')].map(({ title }) => title)).toEqual(['Comment by Ada']);
    document.body.innerHTML = '';
  });
});

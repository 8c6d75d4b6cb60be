import { beforeEach, describe, expect, it } from 'vitest';

import { PageView } from './page-view.ts';

const rules = {
  box: { label: 'Box', category: 'layout', slots: { content: { label: 'Content', accepts: ['*'], max: 0 } }, richText: [], multiline: [] },
};
const node = (id: string, inner = '') => `<section class="pw-box" data-node="${id}"><!--slot content-->${inner}<!--/slot content--></section>`;
const leaf = (id: string, text = id) => `<p data-node="${id}">${text}</p>`;
const pageOf = (inner: string) =>
  `<!doctype html><html lang="en"><head><style data-sheet="tokens">:root{--a:1px}</style></head><body><main><!--slot components-->${inner}<!--/slot components--></main></body></html>`;

// Without what the canvas adds for itself.
const shown = () => {
  const copy = document.querySelector('main')?.cloneNode(true) as HTMLElement;
  for (const zone of copy.querySelectorAll('pagewright-empty-slot')) zone.remove();
  return copy.innerHTML;
};
const wrapped = (inner: string) => `<!--slot components-->${inner}<!--/slot components-->`;

describe('PageView', () => {
  let view: PageView;
  beforeEach(() => {
    document.adoptedStyleSheets = [];
    view = new PageView('');
    view.setRules(rules);
    view.open(pageOf(node('a', leaf('t')) + node('b')), { a: 'box', b: 'box', t: 'text' });
  });

  it('shows the page with its language', () => {
    expect(shown()).toBe(wrapped(node('a', leaf('t')) + node('b')));
    expect(document.documentElement.lang).toBe('en');
  });

  it('inserts before a sibling, and at the end', () => {
    view.apply(
      [
        { type: 'insert', id: 'n', parent: 'a', slot: 'content', before: 't', html: leaf('n') },
        { type: 'insert', id: 'm', parent: 'a', slot: 'content', before: null, html: leaf('m') },
        { type: 'insert', id: 'r', parent: null, slot: 'components', before: null, html: leaf('r') },
      ],
      {},
    );
    expect(shown()).toBe(wrapped(node('a', leaf('n') + leaf('t') + leaf('m')) + node('b') + leaf('r')));
  });

  it('removes and moves', () => {
    view.apply(
      [
        { type: 'move', id: 't', parent: 'b', slot: 'content', before: null },
        { type: 'remove', id: 'a' },
      ],
      {},
    );
    expect(shown()).toBe(wrapped(node('b', leaf('t'))));
    expect(view.index.element('a')).toBeUndefined();
    expect(view.index.element('t')).toBeDefined();
  });

  it('updates a node and keeps its children', () => {
    view.apply([{ type: 'update', id: 'a', html: node('a').replace('pw-box', 'pw-box s-1') }], {});
    expect(shown()).toBe(wrapped(node('a', leaf('t')).replace('pw-box', 'pw-box s-1') + node('b')));
  });

  it('updates a node to another element and keeps its children', () => {
    view.apply([{ type: 'update', id: 'a', html: node('a').replaceAll('section', 'div') }], {});
    expect(shown()).toBe(wrapped(node('a', leaf('t')).replaceAll('section', 'div') + node('b')));
    view.apply([{ type: 'insert', id: 'n', parent: 'a', slot: 'content', before: null, html: leaf('n') }], {});
    expect(document.querySelector('[data-node="a"] > [data-node="n"]')).not.toBeNull();
  });

  it('holds updates of a node back while somebody types in it', () => {
    view.hold('t');
    view.apply([{ type: 'update', id: 't', html: leaf('t', 'from elsewhere') }], {});
    expect(view.index.element('t')?.textContent).toBe('t');
    view.release();
    expect(view.index.element('t')?.textContent).toBe('from elsewhere');
  });

  it('shows empty slots, in the editor only', () => {
    const zones = () => [...document.querySelectorAll('pagewright-empty-slot')].map((zone) => zone.closest('[data-node]')?.getAttribute('data-node'));
    expect(zones()).toEqual(['b']);
    view.apply([{ type: 'remove', id: 't' }], {});
    expect(zones()).toEqual(['a', 'b']);
    view.apply([{ type: 'insert', id: 'n', parent: 'b', slot: 'content', before: null, html: leaf('n') }], {});
    expect(zones()).toEqual(['a']);
    view.setZones(false);
    expect(zones()).toEqual([]);
  });

  it('takes page settings', () => {
    view.apply([{ type: 'page', language: 'de', color_scheme: 'dark', token_css: ':root{--a:2px}' }], {});
    expect(document.documentElement.lang).toBe('de');
  });
});

// The canvas after any patches equals the page rendered anew: random edits, undo and redo, through the real engine and the real library.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { readLibrary } from '../../../tools/read-library.mjs';
import type { ComponentSource } from '../engine/component.ts';
import { WasmEngine } from '../engine/engine.ts';
import type { Operation } from '../engine/document.ts';

import { PageView } from './page-view.ts';

const root = join(import.meta.dirname, '../../../');
const context = { name: 'Test', description: '', canonicalUrl: '', siteName: '' };

// A small generator with a seed, so that a failure can be seen again.
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}

function mainOf(html: string): Element {
  return new DOMParser().parseFromString(html, 'text/html').querySelector('main') as Element;
}

// The markup without what the canvas adds for itself, attributes in one order.
function markup(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const zone of copy.querySelectorAll('pagewright-empty-slot')) zone.remove();
  for (const each of copy.querySelectorAll('*')) {
    const attributes = [...each.attributes].map(({ name, value }) => [name, value] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name] of attributes) each.removeAttribute(name);
    for (const [name, value] of attributes) each.setAttribute(name, value);
  }
  return copy.innerHTML;
}

describe('patches', () => {
  let engine: WasmEngine;
  beforeAll(async () => {
    engine = await WasmEngine.create(await WebAssembly.compile(readFileSync(`${root}build/wasm/bin/engine.wasm`)));
    const { components, tokens, baseCss } = readLibrary(root) as { components: ComponentSource[]; tokens: object; baseCss: string };
    engine.call('load_library', { components, tokens, baseCss } as Parameters<typeof engine.call<'load_library'>>[1]);
  });

  it.each([1, 2, 3, 4, 5, 6])('lead to what is rendered anew (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const template = JSON.parse(readFileSync(`${root}library/templates/clinic-landing.json`, 'utf8')) as { document: object };
    const opened = engine.call('open', { document: template.document, context } as Parameters<typeof engine.call<'open'>>[1]);
    const nodes = new Map<string, { component: string; parent: string | null; slot: string }>();
    const remember = (tree: typeof opened.tree) => {
      for (const [id, node] of Object.entries(tree.nodes ?? {})) nodes.set(id, node);
      for (const id of tree.removed ?? []) nodes.delete(id);
    };
    remember(opened.tree);
    const components = () => Object.fromEntries([...nodes].map(([id, { component }]) => [id, component]));

    document.adoptedStyleSheets = [];
    const view = new PageView('');
    view.open(opened.html, components());

    let applied = 0;
    for (let step = 0; step < 150; step += 1) {
      const ids = [...nodes.keys()];
      const any = () => ids[random(ids.length)] ?? 'none';
      const containers = ids.filter((id) => ['section', 'grid', 'container', 'flex'].includes(nodes.get(id)?.component ?? ''));
      const container = random(4) === 0 ? null : (containers[random(containers.length)] ?? null);
      const place = { parent: container, slot: container === null ? 'components' : 'content', before: null };
      const operation = (): Operation => {
        const id = any();
        switch (random(6)) {
          case 0:
            return {
              type: 'insert_node',
              place,
              node: {
                id: `new-${seed}-${step}`,
                component: 'card',
                props: { title: `Card ${step}` },
                children: { content: [{ id: `in-${seed}-${step}`, component: random(2) ? 'button' : 'heading' }] },
              },
            };
          case 1:
            return { type: 'remove_node', id };
          case 2:
            return { type: 'move_node', id, place: { ...place, before: null } };
          case 3:
            return { type: 'set_style', id, breakpoint: 'mobile', property: 'padding-top', value: random(2) ? '{space.4}' : '7px' };
          case 4:
            return { type: 'set_prop', id, key: 'eyebrow', value: random(2) ? 'A line <above>' : '' };
          default:
            return { type: 'set_prop', id, key: random(2) ? 'level' : 'tone', value: ['h2', 'h3', 'muted', 'plain'][random(4)] ?? 'h2' };
        }
      };
      try {
        const id = `t-${step}`;
        const change =
          random(6) === 0
            ? engine.call('undo', { id })
            : random(12) === 0
              ? engine.call('redo', { id })
              : engine.call('apply', { transaction: { id, label: 'Edit', operations: [operation(), operation()] } });
        remember(change.tree);
        view.apply(change.patches, components());
        applied += 1;
      } catch (error) {
        // Most random edits are refused, for good reasons; a refusal must leave everything as it was, which the comparison shows.
        if (!(error instanceof Error) || error.name !== 'EngineRefusal') throw error;
      }
      if (step % 10 === 9) {
        const fresh = engine.call('render_page', { context, mode: 'canvas' });
        expect(markup(document.querySelector('main') as Element), `after step ${step}`).toBe(markup(mainOf(fresh.html)));
      }
    }
    expect(applied).toBeGreaterThan(20);
  });
});

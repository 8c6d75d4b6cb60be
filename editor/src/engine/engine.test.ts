import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { instantiate } from '../../../tools/engine-in-node.mjs';
import { readLibrary } from '../../../tools/read-library.mjs';

import type { EngineCalls, Opened } from './calls.ts';
import type { ComponentSource } from './component.ts';
import type { PageDocument } from './document.ts';
import { EngineRefusal, WasmEngine } from './engine.ts';

const wasm = join(import.meta.dirname, '../../../build/wasm/bin/engine.wasm');

const component: ComponentSource = {
  definition: {
    name: 'note',
    display_name: 'Note',
    category: 'content',
    version: '1.0.0',
    slots: { content: { display_name: 'Content' } },
    props: { type: 'object', properties: { title: { type: 'string', default: 'Untitled', maxLength: 10 } } },
  },
  template: '<div class="pw-note"><h2 {% editable title %}>{{ title }}</h2>{% slot "content" %}</div>\n',
  style: '.pw-note { color: red; }\n',
};
// Where all children carry ranks, these decide, not their order in the list.
const rankedBackwards = {
  components: [
    { id: 'second', component: 'section', rank: 'b' },
    { id: 'first', component: 'section', rank: 'a' },
  ],
};
const context = { name: 'Test', description: '', canonicalUrl: '', siteName: '' };

describe('WasmEngine', () => {
  let engine: WasmEngine;
  beforeAll(async () => {
    engine = await WasmEngine.create(await WebAssembly.compile(readFileSync(wasm)));
    engine.call('load_library', { components: [component], tokens: {}, baseCss: '' });
  });

  it('opens a page, changes it and takes the change back', () => {
    const opened = engine.call('open', { document: { components: [{ id: 'a', component: 'note' }] }, context });
    expect(opened.html).toContain('data-node="a"');
    expect(opened.tree.children?.['']).toEqual({ components: ['a'] });
    const change = engine.call('apply', {
      transaction: { id: 'c-1', label: 'Change', operations: [{ type: 'set_prop', id: 'a', key: 'title', value: 'Ä & B' }] },
    });
    expect(change.patches).toEqual([expect.objectContaining({ type: 'update', id: 'a' })]);
    expect(change.patches[0]).toMatchObject({ html: expect.stringContaining('Ä &amp; B') as string });
    expect(change.undoLabel).toBe('Change');
    expect(engine.call('undo', { id: 'c-2' }).tree.nodes?.a?.props ?? {}).toEqual({});
  });

  // WASM-16
  it('tells of an opened page what the engine tells without being asked to be brief', async () => {
    const root = join(import.meta.dirname, '../../../');
    const library = readLibrary(root);
    const plain = await instantiate(readFileSync(wasm));
    plain.call({ call: 'load_library', ...library });
    const other = await WasmEngine.create(await WebAssembly.compile(readFileSync(wasm)));
    other.call('load_library', library as unknown as EngineCalls['load_library']['request']);
    const templates = readdirSync(join(root, 'library/templates'));
    expect(templates.length).toBeGreaterThan(0);
    const documents = templates.map((name) => (JSON.parse(readFileSync(join(root, 'library/templates', name), 'utf8')) as { document: PageDocument }).document);
    documents.push({}, { components: [{ id: '__proto__', component: 'section' }] }, rankedBackwards);
    for (const document of documents) {
      const { html, tree } = plain.call({ call: 'open', document, context }) as Opened;
      const opened = other.call('open', { document, context });
      expect(opened.html).toBe(html);
      expect(Object.entries(opened.tree.nodes ?? {}).sort()).toEqual(Object.entries(tree.nodes ?? {}).sort());
      expect(Object.entries(opened.tree.children ?? {}).sort()).toEqual(Object.entries({ '': {}, ...tree.children }).sort());
      expect(opened.tree.layout).toEqual(tree.layout ?? {});
      expect(opened.tree.removed).toEqual([]);
    }
  });

  it('renders the partials that a component ships', async () => {
    const other = await WasmEngine.create(await WebAssembly.compile(readFileSync(wasm)));
    const template = '<div class="pw-note">{% render "word", word: title %}</div>';
    const sources = [{ ...component, template, partials: { word: '<b>{{ word }}</b>' } }];
    other.call('load_library', { components: sources, tokens: {}, baseCss: '' });
    const { html } = other.call('render_component', { component: 'note', props: { title: 'A & B' } });
    expect(html).toContain('<div class="pw-note"><b>A &amp; B</b></div>');
    const without = sources.map(({ partials: _partials, ...source }) => source);
    expect(() => other.call('load_library', { components: without, tokens: {}, baseCss: '' })).toThrowError(/no partial called "word"/);
  });

  it('turns a refusal into an error with its code', () => {
    const operations = [{ type: 'set_prop', id: 'a', key: 'title', value: 'far too long for this' }] as const;
    expect(() => engine.call('apply', { transaction: { id: 'c-3', label: '', operations: [...operations] } })).toThrowError(EngineRefusal);
    try {
      engine.call('apply', { transaction: { id: 'c-4', label: '', operations: [...operations] } });
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid_prop', message: expect.stringContaining('10') as string });
    }
  });
});

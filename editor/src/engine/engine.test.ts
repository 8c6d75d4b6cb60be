import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { EngineRefusal, WasmEngine } from './engine.ts';
import type { ComponentSource } from './component.ts';

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

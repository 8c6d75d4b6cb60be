// One gesture of the author is one call into the engine, counted where the module is called: the real engine, the real library.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readLibrary } from '../../../tools/read-library.mjs';
import type { ComponentSource } from '../engine/component.ts';
import { WasmEngine } from '../engine/engine.ts';
import type { JsonObject } from '../engine/json.ts';

import { duplicateNode, insertComponent, moveNode, removeNode } from './commands.ts';
import { ComponentLibrary } from './component-library.ts';
import { PendingQueue } from './connection/pending-queue.ts';
import { PageSession } from './page-session.ts';

const root = join(import.meta.dirname, '../../../');
const document = {
  components: [
    {
      id: 'section',
      component: 'section',
      children: { content: [{ id: 'one', component: 'card' }, { id: 'two', component: 'card' }] },
    },
  ],
};

// A module that counts the calls into it, whatever the editor's own code calls.
async function countedModule(module: WebAssembly.Module): Promise<{ engine: WasmEngine; calls: () => number }> {
  let calls = 0;
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (async (source: WebAssembly.Module, imports?: WebAssembly.Imports) => {
    const { exports } = await instantiate(source, imports);
    const call = exports.pagewright_call as (pointer: number, size: number) => number;
    const counted = (pointer: number, size: number): number => {
      calls += 1;
      return call(pointer, size);
    };
    return { exports: { ...exports, pagewright_call: counted } };
  }) as unknown as typeof WebAssembly.instantiate;
  try {
    return { engine: await WasmEngine.create(module), calls: () => calls };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

// WASM-15
describe('one gesture', () => {
  const { components, tokens, baseCss } = readLibrary(root) as { components: ComponentSource[]; tokens: JsonObject; baseCss: string };
  let module: WebAssembly.Module;
  let session: PageSession;
  let calls: () => number;

  beforeAll(async () => {
    module = await WebAssembly.compile(readFileSync(join(root, 'build/wasm/bin/engine.wasm')));
  });

  beforeEach(async () => {
    const counted = await countedModule(module);
    calls = counted.calls;
    session = new PageSession({
      pageId: 'p',
      components: { id: '', library: new ComponentLibrary(components) },
      fetchComponents: () => Promise.reject(new Error('no server')),
      tokens,
      baseCss,
      context: { name: 'P', description: '', canonicalUrl: '', siteName: '' },
      client: { clientId: 'me', queue: new PendingQueue({ put: () => Promise.resolve(), remove: () => Promise.resolve() }, []), release: () => undefined },
      createEngine: () => Promise.resolve(counted.engine),
    });
    await session.start(() => ({ submit: () => undefined, restart: () => undefined, close: () => undefined }));
    session.receive({ type: 'welcome', sequence: 1, role: 'admin', canEdit: true, library: '', document });
    session.showConnection('open');
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

  it('reads what it copies in a call of its own: duplicating takes two', () => {
    expect(callsOf(() => duplicateNode(session, 'one'))).toBe(2);
    expect(session.tree.children('section').content).toHaveLength(3);
  });
});

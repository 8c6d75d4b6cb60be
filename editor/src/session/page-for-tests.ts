// A page opened with the real engine and the real library, whose calls into the module are counted. For tests only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readLibrary } from '../../../tools/read-library.mjs';
import type { ComponentSource } from '../engine/component.ts';
import type { PageDocument, Transaction } from '../engine/document.ts';
import { WasmEngine } from '../engine/engine.ts';
import type { JsonObject } from '../engine/json.ts';

import { ComponentLibrary } from './component-library.ts';
import { PendingQueue } from './connection/pending-queue.ts';
import { PageSession } from './page-session.ts';

const root = join(import.meta.dirname, '../../../');

export function compileEngine(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(readFileSync(join(root, 'build/wasm/bin/engine.wasm')));
}

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

export interface OpenedPage {
  session: PageSession;
  calls: () => number;
  queue: PendingQueue;
  // The messages that the session has submitted.
  sent: string[];
}

// `left`: what an earlier session could not send.
export async function openPageForTests(module: WebAssembly.Module, document: PageDocument, left: readonly Transaction[] = []): Promise<OpenedPage> {
  const { components, tokens, baseCss } = readLibrary(root) as { components: ComponentSource[]; tokens: JsonObject; baseCss: string };
  const { engine, calls } = await countedModule(module);
  const queue = new PendingQueue({ put: () => Promise.resolve(), remove: () => Promise.resolve() }, left);
  const sent: string[] = [];
  const session = new PageSession({
    pageId: 'p',
    components: { id: '', library: new ComponentLibrary(components) },
    fetchComponents: () => Promise.reject(new Error('no server')),
    tokens,
    baseCss,
    context: { name: 'P', description: '', canonicalUrl: '', siteName: '' },
    client: { clientId: 'me', queue, release: () => undefined },
    createEngine: () => Promise.resolve(engine),
  });
  await session.start(() => ({ submit: (message) => sent.push(message), present: () => undefined, restart: () => undefined, connectNow: () => undefined, close: () => undefined }));
  session.receive({ type: 'welcome', sequence: 1, role: 'admin', canEdit: true, library: '', document });
  session.showConnection('open');
  return { session, calls, queue, sent };
}

// The module's own allocator: small pieces of one size after the other, and given back to be used again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { readLibrary } from '../../tools/read-library.mjs';

const root = join(import.meta.dirname, '../..');
const module = await WebAssembly.compile(readFileSync(join(root, 'build/wasm/bin/engine.wasm')));

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  pagewright_allocate(size: number): number;
  pagewright_free(pointer: number, size: number): void;
  pagewright_call(pointer: number, size: number): number;
}

async function start() {
  const wasi = { fd_close: () => 8, fd_seek: () => 8, fd_write: () => 8 };
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi });
  const engine = instance.exports as unknown as Exports;
  engine._initialize();
  const ask = (request: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    const pointer = engine.pagewright_allocate(bytes.length);
    new Uint8Array(engine.memory.buffer, pointer, bytes.length).set(bytes);
    const answer = engine.pagewright_call(pointer, bytes.length) >>> 0;
    engine.pagewright_free(pointer, bytes.length);
    const length = new DataView(engine.memory.buffer).getUint32(answer, true);
    return JSON.parse(new TextDecoder().decode(new Uint8Array(engine.memory.buffer, answer + 4, length))) as { ok: boolean };
  };
  expect(ask({ call: 'load_library', ...readLibrary(root) }).ok).toBe(true);
  return { ask, size: () => engine.memory.buffer.byteLength };
}

const headings = (count: number, words: number) => ({
  components: Array.from({ length: count }, (_, i) => ({
    id: `n${String(i)}`,
    component: 'heading',
    props: { text: `Heading ${String(i)} `.repeat(words) },
  })),
});

// WASM-20
it('opens pages again and again in the memory that it has', async () => {
  const { ask, size } = await start();
  const pages = [headings(4000, 1), headings(1000, 12), headings(4000, 3)];
  const open = () => {
    for (const document of pages) expect(ask({ call: 'open', document, context: { name: 'A' }, compact: true }).ok).toBe(true);
  };
  open();
  open();
  const before = size();
  for (let i = 0; i < 20; i++) open();
  expect(size()).toBe(before);
});

// What a visitor of the editor has to fetch before a page opens: the module as the server sends it, compressed with brotli.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { expect, it } from 'vitest';

const mostBytes = 400_000; // written in docs/formats/engine-calls.md

const mostMilliseconds = 180_000; // brotli's best takes long where others compute too

// WASM-14
it('is at most 400 kB, compressed with brotli', () => {
  const module = readFileSync(join(import.meta.dirname, '../../build/wasm/bin/engine.wasm'));
  expect(WebAssembly.validate(module)).toBe(true);
  const compressed = brotliCompressSync(module, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });
  expect(compressed.length).toBeLessThanOrEqual(mostBytes);
}, mostMilliseconds);

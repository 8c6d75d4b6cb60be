import wasmUrl from 'engine-wasm?url';

import { WasmEngine } from './engine.ts';

let compiled: Promise<WebAssembly.Module> | undefined;

// The module is fetched and compiled once; every engine is an instance of its own.
export async function loadEngine(): Promise<WasmEngine> {
  compiled ??= WebAssembly.compileStreaming(fetch(wasmUrl)).catch((error: unknown) => {
    compiled = undefined;
    throw error;
  });
  return WasmEngine.create(await compiled);
}

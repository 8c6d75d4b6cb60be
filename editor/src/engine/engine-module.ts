import wasmUrl from 'engine-wasm?url';

let compiled: Promise<WebAssembly.Module> | undefined;

// The module is fetched and compiled once, when it is asked for first.
export function engineModule(): Promise<WebAssembly.Module> {
  compiled ??= WebAssembly.compileStreaming(fetch(wasmUrl)).catch((error: unknown) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

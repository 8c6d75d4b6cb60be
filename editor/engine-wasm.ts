import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const wasmFile = `${projectFolder}build/wasm/bin/engine.wasm`;

/** Lets `import url from 'engine-wasm?url'` find the engine that CMake built, and says what to do when it is not there. */
export function engineWasm(): Plugin {
  return {
    name: 'pagewright-engine-wasm',
    enforce: 'pre',
    // Vitest allows the editor's own folder alone.
    config: () => ({ server: { fs: { allow: [projectFolder] } } }),
    resolveId(source) {
      const [name, query] = source.split('?');
      if (name !== 'engine-wasm') return null;
      if (!existsSync(wasmFile)) {
        this.error(`The engine is not built for WebAssembly yet: ${wasmFile} is missing. Run ./dev build.`);
      }
      return query === undefined ? wasmFile : `${wasmFile}?${query}`;
    },
  };
}

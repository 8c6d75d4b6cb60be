import { defineConfig } from 'vitest/config';

// The engine as WebAssembly, tested in Node: the same fixtures, the same bytes as the native build.
export default defineConfig({
  test: {
    include: ['engine/wasm/**/*.test.ts', 'fixtures/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});

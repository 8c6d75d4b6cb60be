import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { engineWasm } from './engine-wasm.ts';

export default defineConfig({
  plugins: [engineWasm(), react()],
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost:3001/page-builder' } },
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    restoreMocks: true,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});

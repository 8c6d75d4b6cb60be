import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { codeLicences } from './code-licences.ts';
import { engineWasm } from './engine-wasm.ts';
import { monacoParts } from './monaco-parts.ts';

// The server that `./dev run` starts; `vite` passes everything that is not the editor itself on to it.
const server = process.env.PAGEWRIGHT_SERVER ?? 'http://127.0.0.1:3001';

export default defineConfig({
  base: '/page-builder/',
  plugins: [engineWasm(), monacoParts(), codeLicences(), react()],
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A wasm module or a font inside a script is slower to start than one beside it.
    assetsInlineLimit: 0,
    // The code editor, which is loaded where code is written.
    chunkSizeWarningLimit: 3500,
  },
  server: {
    proxy: {
      '/api': { target: server, ws: true },
      '/canvas-frame': server,
      '/assets/illustrations': server,
    },
  },
});

import { defineConfig } from 'vite';

/** Builds src/api-docs/ into dist/api-docs: the page /api/docs, apart from the editor, which is not to carry it. */
export default defineConfig({
  root: 'src/api-docs',
  base: '/api/docs/',
  publicDir: false,
  build: {
    outDir: '../../dist/api-docs',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: false,
    // Swagger UI is one file.
    chunkSizeWarningLimit: 2000,
  },
});

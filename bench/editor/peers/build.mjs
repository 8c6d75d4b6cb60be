// The peers' applications, each built for production by Vite.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

export const peers = [
  { key: 'puck', title: 'Puck', packages: ['@puckeditor/core', 'react'] },
  { key: 'grapesjs', title: 'GrapesJS', packages: ['grapesjs'] },
  { key: 'craft', title: 'Craft.js', packages: ['@craftjs/core'] },
];

export async function buildPeers(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { key } of peers) {
    console.log(`  Build ${key}`);
    await build({
      configFile: false,
      root: join(here, key),
      base: `/${key}/`,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { outDir: join(folder, key), emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 4000 },
    });
  }
}

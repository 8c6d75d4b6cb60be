import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const modules = new URL('../node_modules/', import.meta.url);

// What the code editor consists of, by package and the files in which it says under which terms.
const notices: [name: string, files: string[]][] = [
  ['monaco-editor', ['LICENSE', 'ThirdPartyNotices.txt']],
  ['marked', ['LICENSE.md']],
  ['dompurify', ['LICENSE']],
];

/** The licences of the code editor go with it: /page-builder/licences/code-editor.txt. */
export function codeLicences(): Plugin {
  return {
    name: 'pagewright-code-licences',
    generateBundle() {
      const source = notices
        .map(([name, files]) => `${name}\n${'='.repeat(name.length)}\n\n${files.map((file) => readFileSync(new URL(`${name}/${file}`, modules), 'utf8').trim()).join('\n\n')}\n`)
        .join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'licences/code-editor.txt', source });
    },
  };
}

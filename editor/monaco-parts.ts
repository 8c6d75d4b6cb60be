import type { Plugin } from 'vite';

/**
 * The languages of Monaco import each feature that it has for what they need of one. src/code/monaco.ts says which are wanted; the others would come
 * late, when the editor has made its services already, and be 540 kB.
 */
export function monacoParts(): Plugin {
  return {
    name: 'pagewright-monaco-parts',
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/ },
      handler(code) {
        const own = code.replace(/^import '[^']+';$/gm, '');
        if (own === code) this.error('Monaco has changed: monaco-parts.ts finds no imports to leave out.');
        return { code: own, map: null };
      },
    },
  };
}

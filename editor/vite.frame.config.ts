import { defineConfig, type Plugin } from 'vite';

/**
 * Builds src/frame/main.ts into the one document that the canvas iframe shows, dist/canvas-frame.html. It has to be a
 * single file: the frame is of an opaque origin and loads nothing. The server puts a fresh nonce in place of __NONCE__
 * at every answer.
 */
function oneDocument(): Plugin {
  return {
    name: 'pagewright-canvas-frame',
    enforce: 'post',
    generateBundle(_options, bundle) {
      let script = '';
      let style = '';
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type === 'chunk') script += output.code;
        else if (name.endsWith('.css')) style += String(output.source);
        else this.error(`The canvas frame must be one document, but it also wants ${name}.`);
        Reflect.deleteProperty(bundle, name);
      }
      this.emitFile({
        type: 'asset',
        fileName: 'canvas-frame.html',
        source: [
          '<!doctype html>',
          '<html lang="en">',
          '<head>',
          '<meta charset="utf-8">',
          '<meta name="viewport" content="width=device-width, initial-scale=1">',
          '<title>Canvas</title>',
          `<style nonce="__NONCE__">${style.trim().replaceAll('</style', '<\\/style')}</style>`,
          '</head>',
          '<body>',
          `<script nonce="__NONCE__">${script.trim().replaceAll('</script', '<\\/script')}</script>`,
          '</body>',
          '</html>',
          '',
        ].join('\n'),
      });
    },
  };
}

export default defineConfig({
  plugins: [oneDocument()],
  publicDir: false,
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    emptyOutDir: false,
    lib: { entry: 'src/frame/main.ts', formats: ['iife'], name: 'CanvasFrame', fileName: () => 'canvas-frame.js', cssFileName: 'canvas-frame' },
  },
});

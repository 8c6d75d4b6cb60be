// The engine, natively and as WebAssembly, against peers doing the same work: rendering, differences, validation, opening; and how the
// cost of each grows with the page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { instantiate } from '../../tools/engine-in-node.mjs';
import { readLibrary } from '../../tools/read-library.mjs';
import { installed } from '../measuring/machine.mjs';
import { openInBrowser } from './browser.mjs';
import { editPage } from './edited-page.mjs';
import { measureNative } from './native.mjs';
import { makePage } from './pages.mjs';
import { Peers, measure } from './peers.mjs';
import { plotOf } from './plot.mjs';
import { textOf } from './report.mjs';
import { targetsOf } from './targets.mjs';

const sizes = [60, 2000, 10000];
const largest = 100_000; // more than a page may have: to see how cost grows; engine only

// By size, as JSON texts in `folder`, where the native program and the browser read them.
function writePages(folder, library) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'library.json'), JSON.stringify(library));
  for (const size of [...sizes, largest]) {
    const document = makePage(size);
    writeFileSync(join(folder, `${size}.json`), JSON.stringify(document));
    writeFileSync(join(folder, `${size}-edited.json`), JSON.stringify(editPage(document)));
  }
}

function bodyOf(page) {
  return page.slice(page.indexOf('<main>') + 6, page.indexOf('</main>'));
}

async function measurePeers(root, folder, library) {
  const engine = await instantiate(readFileSync(join(root, 'build/wasm/bin/engine.wasm')));
  engine.call({ call: 'load_library', ...library });
  const peers = new Peers(library);
  return new Map(
    sizes.map((size) => {
      const text = readFileSync(join(folder, `${size}.json`), 'utf8');
      const document = JSON.parse(text);
      const opened = engine.call({ call: 'open', document, context: { name: 'Benchmark' } });
      if (!opened.html) throw new Error(`the engine did not open the page: ${JSON.stringify(opened)}`);
      const render = () => engine.call({ call: 'render_page', context: { name: 'Benchmark' }, mode: 'published' }).html;
      peers.checkRendering(document, bodyOf(render()));
      return [
        size,
        {
          wasm: measure(render),
          jsonParse: measure(() => JSON.parse(text)),
          validation: peers.measureValidation(document),
          ...peers.measureRendering(document),
          ...peers.measureDiff(document, editPage(document)),
        },
      ];
    }),
  );
}

// What an engine_bench run says of one size; undefined where it is not measured at that size.
function nativeFigures(native, size) {
  const only = (name) => (size === largest ? undefined : native(name, size));
  return {
    body: native('render_body', size),
    page: only('render_page'),
    copy: native('copy_body', size),
    open: native('open', size),
    json: native('read_json', size),
    memory: native('memory', size),
    setProp: native('set_prop', size),
    applyProp: native('apply_prop', size),
    patchProp: native('patch_prop', size),
    snapshot: native('snapshot', size),
    undoRedo: only('undo_redo'),
    diff: native('diff_snapshots', size),
    diffApart: native('diff_apart', size),
    validate: native('validate', size),
  };
}

export async function benchEngine(root) {
  const folder = join(root, 'build/bench/pages');
  const library = readLibrary(root);
  writePages(folder, library);
  const native = measureNative(root, folder);
  const peers = await measurePeers(root, folder, library);
  const browser = await openInBrowser(root, folder, sizes);
  const wasm = readFileSync(join(root, 'build/wasm/bin/engine.wasm'));
  const rows = [...sizes, largest].map((size) => ({ size, native: nativeFigures(native, size), peers: peers.get(size), browser: browser[size] }));
  const figures = { rows, wasm: { bytes: wasm.length, compressed: brotliCompressSync(wasm).length } }; // quality 11 by default
  return {
    title: 'Engine',
    targets: targetsOf(figures),
    text: textOf(figures),
    versions: ['react', 'handlebars', 'liquidjs', 'jsondiffpatch', 'fast-json-patch', 'ajv'].map((name) => installed(root, name)),
    plot: { name: 'engine-scale.svg', svg: plotOf(figures) },
  };
}

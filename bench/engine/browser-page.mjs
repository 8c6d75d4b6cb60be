// Runs in the browser: the editor's own way to the engine (editor/src/engine/engine.ts), timed.
import { WasmEngine } from './engine/engine.ts';

const context = { name: 'Benchmark', description: '', canonicalUrl: '', siteName: '' };

function timed(work) {
  const before = performance.now();
  const result = work();
  return [performance.now() - before, result];
}

async function fetchJson(path) {
  return (await fetch(path)).json();
}

// Everything that a first visit does, in milliseconds, and then the same opening once more in an instance whose code is warm.
async function openPage(size) {
  const [library, document] = await Promise.all([fetchJson('library.json'), fetchJson(`${size}.json`)]);
  const started = performance.now();
  const module = await WebAssembly.compileStreaming(fetch('engine.wasm'));
  const compiled = performance.now() - started;
  const create = async () => {
    const engine = await WasmEngine.create(module);
    engine.call('load_library', library);
    return engine;
  };
  const engine = await create();
  const [first, opened] = timed(() => engine.call('open', { document, context }));
  const whole = performance.now() - started;
  if (!opened.html.includes('data-node')) throw new Error('the page did not open');
  const again = [];
  for (let i = 0; i < 3; i++) {
    const warm = await create();
    again.push(timed(() => warm.call('open', { document, context }))[0]);
  }
  return { compiled, first, whole, again: again.sort((a, b) => a - b)[1], change: changeProp(engine) };
}

// One prop set, as a key typed into the panel does: the median of batches, in milliseconds; a browser's clock is coarse.
function changeProp(engine) {
  const batch = 50;
  const spans = [];
  for (let i = 0; i < 31; i++) {
    const [span] = timed(() => {
      for (let j = 0; j < batch; j++) {
        const operations = [{ type: 'set_prop', id: 'n1', key: 'title', value: `Title ${i}-${j}` }];
        engine.call('apply', { transaction: { id: `b-${i}-${j}`, label: 'Edit', operations }, coalesce: 'title' });
      }
    });
    spans.push(span / batch);
  }
  return spans.sort((a, b) => a - b)[15];
}

globalThis.openPage = openPage;

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

// The steps of a first visit, called one after the other. Times are in milliseconds.
class Visit {
  // Fetches and compiles the module and loads the library; answers how long the first two took, and all.
  async prepare(size) {
    const [library, document] = await Promise.all([fetchJson('library.json'), fetchJson(`${size}.json`)]);
    Object.assign(this, { library, document });
    const started = performance.now();
    this.module = await WebAssembly.compileStreaming(fetch('engine.wasm'));
    const compiled = performance.now() - started;
    this.engine = await this.#newEngine();
    return { compiled, prepared: performance.now() - started };
  }

  async #newEngine() {
    const engine = await WasmEngine.create(this.module);
    engine.call('load_library', this.library);
    return engine;
  }

  #open(engine) {
    const [span, opened] = timed(() => engine.call('open', { document: this.document, context }));
    if (!opened.html.includes('data-node')) throw new Error('the page did not open');
    return span;
  }

  first() {
    return this.#open(this.engine);
  }

  // In other instances, when the code is warm: the median.
  async again() {
    const spans = [];
    for (let i = 0; i < 3; i++) spans.push(this.#open(await this.#newEngine()));
    return spans.sort((a, b) => a - b)[1];
  }

  change() {
    return changeProp(this.engine);
  }
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

globalThis.visit = new Visit();

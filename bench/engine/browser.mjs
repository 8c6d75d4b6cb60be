// The engine as WebAssembly in headless Chromium: a page opened by the editor's own code, in a new browser context each time, where
// nothing is compiled yet.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

import typescript from 'typescript';

import { launchBrowser } from '../measuring/browser.mjs';
import { median } from '../measuring/figures.mjs';
import { MainThread } from '../measuring/main-thread.mjs';

const rounds = 5;

// A TypeScript source as the browser reads it.
function transpiled(path) {
  const compilerOptions = { target: typescript.ScriptTarget.ESNext, module: typescript.ModuleKind.ESNext };
  return typescript.transpileModule(readFileSync(path, 'utf8'), { compilerOptions }).outputText;
}

// `files` by name; below engine/, the editor's own sources.
function serve(files, editorEngine) {
  const server = createServer((request, response) => {
    const [, source] = /^\/engine\/([a-z-]+\.ts)$/.exec(request.url) ?? [];
    const file = source ? { type: 'text/javascript', body: () => transpiled(join(editorEngine, source)) } : files[request.url.slice(1)];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': file.type }).end(file.body());
  });
  return new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(server)));
}

// By number of nodes: medians in milliseconds. `compiled`: fetched and compiled; `first`: the first opening, that call alone, and `work`:
// the time that the main thread was busy with it; `whole`: both with the library loaded in between; `again`: the opening in a new
// instance when the code is warm; `change`: one prop set.
export async function openInBrowser(root, folder, sizes) {
  const file = (type, path) => ({ type, body: () => readFileSync(path) });
  const files = {
    '': { type: 'text/html', body: () => '<!doctype html><title>Benchmark</title><script type="module" src="page.js"></script>' },
    'page.js': file('text/javascript', join(root, 'bench/engine/browser-page.mjs')),
    'engine.wasm': file('application/wasm', join(root, 'build/wasm/bin/engine.wasm')),
    'library.json': file('application/json', join(folder, 'library.json')),
    ...Object.fromEntries(sizes.map((size) => [`${size}.json`, file('application/json', join(folder, `${size}.json`))])),
  };
  const server = await serve(files, join(root, 'editor/src/engine'));
  try {
    const seen = {};
    for (const size of sizes) seen[size] = await measureSize(`http://127.0.0.1:${server.address().port}/`, size);
    return seen;
  } finally {
    server.close();
  }
}

async function measureSize(url, size) {
  const figures = [];
  for (let round = 0; round < rounds; round++) {
    // A browser of its own: one that has compiled the module before keeps the code.
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction('globalThis.visit');
      figures.push(await measureVisit(await MainThread.of(context, page), page, size));
    } finally {
      await browser.close();
    }
  }
  return Object.fromEntries(Object.keys(figures[0]).map((name) => [name, median(figures.map((figure) => figure[name]))]));
}

async function measureVisit(thread, page, size) {
  const { compiled, prepared } = await page.evaluate((nodes) => globalThis.visit.prepare(nodes), size);
  let first = 0;
  const [{ task }] = await MainThread.during([thread], async () => {
    first = await page.evaluate('visit.first()');
  });
  return { compiled, first, work: task, whole: prepared + first, again: await page.evaluate('visit.again()'), change: await page.evaluate('visit.change()') };
}

// Rendering and editing in the engine, against React 19 and Handlebars doing the same work, and the same engine as WebAssembly in Node.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { renderPage as renderHandlebars } from './handlebars-page.mjs';
import { readLibrary } from '../../tools/read-library.mjs';
import { makePage } from './pages.mjs';
import { Page } from './react-page.mjs';
import { instantiate } from '../../tools/engine-in-node.mjs';

const sizes = [60, 2000, 10000];

// The median of repeated runs, in microseconds; at least 7 runs and half a second.
function measure(work) {
  for (let i = 0; i < 3; i++) work();
  const times = [];
  const start = performance.now();
  while (times.length < 7 || performance.now() - start < 500) {
    const before = performance.now();
    work();
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] * 1000;
}

// Entities that the peers write differently for the same character.
const comparable = (html) =>
  html.replaceAll('&#x27;', '&#39;').replaceAll('&#x3D;', '=').replaceAll('<link rel="preload" as="image" href=', '').replace(/\/>/g, '>');

function bodyOf(page) {
  return page.slice(page.indexOf('<main>') + 6, page.indexOf('</main>'));
}

export async function benchEngine(root) {
  const folder = join(root, 'build/bench/pages');
  mkdirSync(folder, { recursive: true });
  const library = readLibrary(root);
  writeFileSync(join(folder, 'library.json'), JSON.stringify(library));
  const pages = new Map(sizes.map((size) => [size, makePage(size)]));
  for (const [size, page] of pages) writeFileSync(join(folder, `${size}.json`), JSON.stringify(page));

  const native = JSON.parse(
    execFileSync(join(root, 'build/release/bin/engine_render_bench'), ['--benchmark_format=json', '--benchmark_min_time=0.5'], {
      env: { ...process.env, PAGEWRIGHT_BENCH_PAGES: folder },
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString(),
  );
  const nativeTime = (name, size) => {
    const found = native.benchmarks.find((each) => each.name === `${name}/${size}`);
    return found.real_time / (found.time_unit === 'ns' ? 1000 : 1);
  };

  const engine = await instantiate(readFileSync(join(root, 'build/wasm/bin/engine.wasm')));
  engine.call({ call: 'load_library', ...library });

  const rows = [];
  for (const size of sizes) {
    const document = pages.get(size);
    const wasm = engine.call({ call: 'open', document, context: { name: 'Benchmark' } });
    if (!wasm.html) throw new Error(`the engine did not open the page: ${JSON.stringify(wasm)}`);
    const published = engine.call({ call: 'render_page', context: { name: 'Benchmark' }, mode: 'published' }).html;
    const react = renderToStaticMarkup(createElement(Page, { document }));
    const handlebars = renderHandlebars(document);
    // The peers do the same work only if they write the same markup. React hoists preload links for images in front of it.
    const reactBody = react.slice(react.indexOf('<section'));
    for (const [name, html] of [['React', reactBody], ['Handlebars', handlebars]])
      if (comparable(html) !== comparable(bodyOf(published))) throw new Error(`${name} writes other markup at ${size} nodes`);
    rows.push({
      size,
      bytes: bodyOf(published).length,
      body: nativeTime('render_body', size),
      page: nativeTime('render_page', size),
      setProp: nativeTime('set_prop', size),
      parse: nativeTime('parse_document', size),
      wasm: measure(() => engine.call({ call: 'render_page', context: { name: 'Benchmark' }, mode: 'published' })),
      react: measure(() => renderToStaticMarkup(createElement(Page, { document }))),
      handlebars: measure(() => renderHandlebars(document)),
    });
  }
  return rows;
}

const micro = (value) => (value < 1000 ? `${value.toFixed(1)} µs` : `${(value / 1000).toFixed(2)} ms`);

export function engineReport(rows) {
  const lines = [
    '## Engine: rendering and editing',
    '',
    'The same markup by all: sections, grids, cards, headings, buttons (`bench/engine/pages.mjs`); equal bytes are checked before anything is measured.',
    '',
    '| Nodes | Markup | Engine, native | React 19 | Handlebars | React ÷ engine | Handlebars ÷ engine | Engine, wasm in Node (whole page, with JSON) |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const row of rows)
    lines.push(
      `| ${row.size} | ${(row.bytes / 1024).toFixed(0)} KiB | ${micro(row.body)} | ${micro(row.react)} | ${micro(row.handlebars)} | ${(row.react / row.body).toFixed(1)}× | ${(row.handlebars / row.body).toFixed(1)}× | ${micro(row.wasm)} |`,
    );
  lines.push('', '| Nodes | Whole page with head and styles | One prop set: applied, with its patch | Document from JSON |', '|---|---|---|---|');
  for (const row of rows) lines.push(`| ${row.size} | ${micro(row.page)} | ${micro(row.setProp)} | ${micro(row.parse)} |`);
  return lines.join('\n');
}

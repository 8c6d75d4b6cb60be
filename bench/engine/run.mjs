// Rendering and editing in the engine, against React 19 and Handlebars doing the same work, and the same engine as WebAssembly in Node.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import './production.mjs';

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { renderPage as renderHandlebars } from './handlebars-page.mjs';
import { makePage } from './pages.mjs';
import { Page } from './react-page.mjs';
import { kibibytes, median, microseconds, table, target, times } from '../measuring/figures.mjs';
import { instantiate } from '../../tools/engine-in-node.mjs';
import { readLibrary } from '../../tools/read-library.mjs';

const sizes = [60, 2000, 10000];

// The median of repeated runs, in microseconds; at least 7 runs and half a second.
function measure(work) {
  for (let i = 0; i < 3; i++) work();
  const spans = [];
  const start = performance.now();
  while (spans.length < 7 || performance.now() - start < 500) {
    const before = performance.now();
    work();
    spans.push((performance.now() - before) * 1000);
  }
  return median(spans);
}

// Entities that the peers write differently for the same character.
const comparable = (html) => html.replaceAll('&#x27;', '&#39;').replaceAll('&#x3D;', '=').replaceAll('/>', '>');

function bodyOf(page) {
  return page.slice(page.indexOf('<main>') + 6, page.indexOf('</main>'));
}

// The median of repetitions in microseconds of the thread's own time, by name and number of nodes: one repetition is many runs, so
// that being interrupted by other programs would count, which it hardly does in `measure`'s single runs.
function measureNative(root, folder) {
  const options = ['--benchmark_format=json', '--benchmark_min_time=0.2', '--benchmark_repetitions=5', '--benchmark_report_aggregates_only=true'];
  const output = execFileSync(join(root, 'build/release/bin/engine_render_bench'), options, {
    env: { ...process.env, PAGEWRIGHT_BENCH_PAGES: folder },
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const unit = { ns: 1 / 1000, us: 1, ms: 1000 };
  const { benchmarks } = JSON.parse(output);
  return (name, size) => {
    const found = benchmarks.find((each) => each.name === `${name}/${size}_median`);
    return found.cpu_time * unit[found.time_unit];
  };
}

// The peers do the same work only if they write the same markup.
function checkPeers(document, body) {
  const react = renderToStaticMarkup(createElement(Page, { document }));
  // React puts preload links for images in front.
  const peers = { React: react.slice(react.indexOf('<section')), Handlebars: renderHandlebars(document) };
  for (const [name, html] of Object.entries(peers))
    if (comparable(html) !== comparable(body)) throw new Error(`${name} writes other markup than the engine`);
}

export async function benchEngine(root) {
  const folder = join(root, 'build/bench/pages');
  mkdirSync(folder, { recursive: true });
  const library = readLibrary(root);
  writeFileSync(join(folder, 'library.json'), JSON.stringify(library));
  for (const size of sizes) writeFileSync(join(folder, `${size}.json`), JSON.stringify(makePage(size)));
  const native = measureNative(root, folder);
  const engine = await instantiate(readFileSync(join(root, 'build/wasm/bin/engine.wasm')));
  engine.call({ call: 'load_library', ...library });

  const rows = sizes.map((size) => {
    const document = makePage(size);
    const opened = engine.call({ call: 'open', document, context: { name: 'Benchmark' } });
    if (!opened.html) throw new Error(`the engine did not open the page: ${JSON.stringify(opened)}`);
    const render = () => engine.call({ call: 'render_page', context: { name: 'Benchmark' }, mode: 'published' }).html;
    const body = bodyOf(render());
    checkPeers(document, body);
    return {
      size,
      bytes: body.length,
      body: native('render_body', size),
      page: native('render_page', size),
      setProp: native('set_prop', size),
      parse: native('parse_document', size),
      wasm: measure(render),
      react: measure(() => renderToStaticMarkup(createElement(Page, { document }))),
      handlebars: measure(() => renderHandlebars(document)),
    };
  });
  return report(rows);
}

function report(rows) {
  const [small, , large] = rows;
  return {
    targets: [
      target('60 nodes rendered', '≤ 20 µs', microseconds(small.body), small.body <= 20),
      target('10,000 nodes: React ÷ engine', '≥ 20×', times(large.react / large.body), large.react / large.body >= 20),
    ],
    text: [
      '## Engine: rendering and editing',
      'The same markup by all: sections, grids, cards, headings, buttons (`bench/engine/pages.mjs`); that it is equal is checked before anything is measured.',
      table(
        ['Nodes', 'Markup', 'Engine, native', 'React 19', 'Handlebars', 'React ÷ engine', 'Handlebars ÷ engine', 'Engine in Node, as WebAssembly (whole page, with JSON)'],
        rows.map((row) => [
          row.size, kibibytes(row.bytes), microseconds(row.body), microseconds(row.react), microseconds(row.handlebars),
          times(row.react / row.body), times(row.handlebars / row.body), microseconds(row.wasm),
        ]),
      ),
      table(
        ['Nodes', 'Whole page with head and styles', 'One prop set: applied, with its patch', 'Document from JSON'],
        rows.map((row) => [row.size, microseconds(row.page), microseconds(row.setProp), microseconds(row.parse)]),
      ),
    ].join('\n\n'),
  };
}

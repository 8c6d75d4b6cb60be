// The engine's part of bench/RESULTS.md.
import { bytes, count, kibibytes, megabytesPerSecond, microseconds, milliseconds, table, times } from '../measuring/figures.mjs';

const time = (benchmark) => microseconds(benchmark.time);
const nodes = ({ size }) => size.toLocaleString('en');

function rendering(rows) {
  const compared = rows.filter((row) => row.peers);
  return [
    '### Rendering',
    'The same markup by all: sections, grids, cards, headings, buttons (`bench/engine/pages.mjs`); that it is equal is checked before anything is measured. React and'
      + ' Handlebars have components of their own (`bench/engine/*-page.mjs`). LiquidJS runs the library’s templates with its escaping on, but without what only the'
      + ' engine does: it knows no contexts (a URL, an attribute), `editable` is taken out of its templates beforehand, and so is white space between tags.',
    table(
      ['Nodes', 'Markup', 'Engine, native', 'React 19', 'Handlebars', 'LiquidJS', 'React ÷ engine', 'Handlebars ÷ engine', 'LiquidJS ÷ engine', 'Engine in Node, as WebAssembly (whole page, with JSON)'],
      compared.map((row) => [
        nodes(row), kibibytes(row.native.body.bytes), time(row.native.body), microseconds(row.peers.react), microseconds(row.peers.handlebars), microseconds(row.peers.liquidjs),
        times(row.peers.react / row.native.body.time), times(row.peers.handlebars / row.native.body.time), times(row.peers.liquidjs / row.native.body.time), microseconds(row.peers.wasm),
      ]),
    ),
    table(
      ['Nodes', 'Engine, native', 'Output', 'The same bytes copied (`memcpy`)', 'Rendered ÷ copied', 'Whole page with head and styles'],
      rows.map((row) => [
        nodes(row), time(row.native.body), megabytesPerSecond(row.native.body.bytes / row.native.body.time),
        megabytesPerSecond(row.native.body.bytes / row.native.copy.time), times(row.native.body.time / row.native.copy.time), row.native.page ? time(row.native.page) : '',
      ]),
    ),
  ];
}

function differences(rows) {
  const ratio = (row, name) => (row.peers ? times(row.peers[name] / row.native.diff.time) : '');
  const ratioApart = (row, name) => (row.peers ? times(row.peers[name] / row.native.diffApart.time) : '');
  const peer = (row, name) => (row.peers ? microseconds(row.peers[name]) : '');
  return [
    '### Differences',
    'Ten edits of one page (four props set, two cards inserted, two removed, two moved) found from the two documents. Two versions of a page share what did not change,'
      + ' which is what the engine compares by; read from JSON apart, they share nothing. The peers are given parsed objects, so the second is their work.'
      + ' jsondiffpatch finds nodes by id, as the engine does; fast-json-patch compares by position, so that a node moved or inserted'
      + ' is a change of all behind it: what it finds is right, but not what was edited.',
    table(
      ['Nodes', 'Engine, two versions', 'Engine, read apart', 'jsondiffpatch', 'fast-json-patch', 'jsondiffpatch ÷ versions', '÷ read apart', 'fast-json-patch ÷ versions', '÷ read apart'],
      rows.map((row) => [
        nodes(row), time(row.native.diff), time(row.native.diffApart), peer(row, 'jsondiffpatch'), peer(row, 'fast-json-patch'),
        ratio(row, 'jsondiffpatch'), ratioApart(row, 'jsondiffpatch'), ratio(row, 'fast-json-patch'), ratioApart(row, 'fast-json-patch'),
      ]),
    ),
  ];
}

function reading(rows) {
  const ratio = (row, peer, own) => (row.peers ? times(peer / own.time) : '');
  return [
    '### Opening and validation',
    'Opening is JSON text → document with everything checked: ids, slots, props against their schemas, styles, limits; closing it is not counted. `JSON.parse` of the same text is the baseline, and checks'
      + ' nothing. Validation is the props of every node against the schema of its component, read already; Ajv 8 (2020-12) runs functions compiled from the same schemas, but'
      + ' without the format of images, which is one of objects.',
    table(
      ['Nodes', 'Opened', 'of that JSON alone', '`JSON.parse`', '`JSON.parse` ÷ opened', 'Validated', 'Ajv', 'Ajv ÷ engine'],
      rows.map((row) => [
        nodes(row), time(row.native.open), time(row.native.json), row.peers ? microseconds(row.peers.jsonParse) : '', ratio(row, row.peers?.jsonParse, row.native.open),
        time(row.native.validate), row.peers ? microseconds(row.peers.validation) : '', ratio(row, row.peers?.validation, row.native.validate),
      ]),
    ),
  ];
}

function changes(rows) {
  const operations = [
    ['Document from JSON', 'open'],
    ['A prop set: applied', 'applyProp'],
    ['A prop set: its patch', 'patchProp'],
    ['Undo and redo, both acknowledged', 'undoRedo'],
    ['Snapshot', 'snapshot'],
    ['Page rendered', 'body'],
    ['Ten edits found, two versions', 'diff'],
    ['Ten edits found, read apart', 'diffApart'],
    ['All props validated', 'validate'],
  ];
  return [
    '### Changes, memory, allocations',
    'A prop of a card in the middle of the page. A snapshot is a copy of the document; it shares everything. Memory is what the allocator (mimalloc) set aside and what stays when'
      + ' only the document is left; pages may have 20,000 nodes, the last row is there to show how cost grows.',
    table(
      ['Nodes', 'Applied, with its patch', 'Undo and redo, both acknowledged', 'Snapshot', 'Memory of a node'],
      rows.map(({ native, ...row }) => [
        nodes(row), time(native.setProp), native.undoRedo ? time(native.undoRedo) : '', `${(native.snapshot.time * 1000).toFixed(1)} ns`, bytes(native.memory.bytes_per_node),
      ]),
    ),
    'How often an operation asks for memory, counted:',
    table(
      ['Operation', ...rows.map((row) => `${nodes(row)} nodes`)],
      operations.map(([name, key]) => [name, ...rows.map(({ native }) => (native[key] ? count(native[key].allocations) : ''))]),
    ),
  ];
}

function browser(rows, wasm) {
  const seen = rows.filter((row) => row.browser);
  return [
    '### In the browser',
    `The module has ${kibibytes(wasm.bytes)}, compressed with brotli ${kibibytes(wasm.compressed)}. A page opened by the editor’s own code in headless Chromium, a new browser each time, medians of`
      + ' five. Opening is the one call: document in, markup of the canvas and tree out, with all JSON on the way; its work is the thread’s own time, in which other programs don’t count. At first the browser runs code that it has compiled in haste;'
      + ' “again” is another instance after that.',
    table(
      ['Nodes', 'Opened', 'of that work of the main thread', 'Opened again', 'Fetched and compiled', 'All: fetched, compiled, library loaded, opened', 'A prop set: one call'],
      seen.map((row) => [
        nodes(row), milliseconds(row.browser.first), milliseconds(row.browser.work), milliseconds(row.browser.again), milliseconds(row.browser.compiled), milliseconds(row.browser.whole), microseconds(row.browser.change * 1000),
      ]),
    ),
  ];
}

export function textOf({ rows, wasm }) {
  return [
    '![How the cost of rendering, differences, validation, opening, changes and memory grows with the number of nodes](engine-scale.svg)',
    ...rendering(rows),
    ...differences(rows),
    ...reading(rows),
    ...changes(rows),
    ...browser(rows, wasm),
  ].join('\n\n');
}

// Writes build/fuzz/seeds/<target>/: real inputs from the library, so that fuzzing starts from what people write.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readPartials } from '../library/partials.mjs';

const seeds = 'build/fuzz/seeds';

function writeSeed(target, name, text) {
  mkdirSync(join(seeds, target), { recursive: true });
  writeFileSync(join(seeds, target, name), text);
}

/** A sample's nodes carry no ids. */
function withIds(node, id = 'n') {
  const children = Object.entries(node.children ?? {}).map(([slot, nodes]) => [slot, nodes.map((child, index) => withIds(child, `${id}-${index}`))]);
  return { id, ...node, children: Object.fromEntries(children) };
}

function foldersIn(folder) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
}

for (const { name } of foldersIn('library/components')) {
  const read = (file) => {
    const path = join('library/components', name, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const definition = read('component.json');
  const sample = read('sample.json');
  writeSeed('json', name, definition);
  if (sample !== '') writeSeed('document', name, JSON.stringify({ components: [withIds({ component: name, ...JSON.parse(sample) })] }));
  const [[partial, partialSource] = [null, '']] = Object.entries(readPartials(join('library/components', name)));
  const template = partial ? read('template.liquid').replaceAll(`render "${partial}"`, 'render "p"') : read('template.liquid');
  writeSeed('liquid', name, `${template}\0${sample}\0${partialSource}`);
  if (definition === '') continue;
  writeSeed('schema', name, `${JSON.stringify(JSON.parse(definition).props ?? {})}\0${sample}`);
}

// Each case of the language, with a partial and its data.
for (const file of ['language', 'filters', 'faults', 'components']) {
  for (const [index, { template, partials = {}, data = {} }] of JSON.parse(readFileSync(`fixtures/liquid/${file}.json`, 'utf8')).entries()) {
    writeSeed('liquid_program', `${file}-${index}`, `${template}\0${Object.values(partials)[0] ?? ''}\0${JSON.stringify(data)}`);
  }
}

// Each keyword with a value that fits and one that does not; each step of a migration with props that it changes.
const readCases = (file) => JSON.parse(readFileSync(join('fixtures/schema', file), 'utf8'));
for (const [index, { input, expect }] of readCases('validation.json').entries()) {
  const values = [expect.valid[0], expect.invalid[0]?.value].filter((value) => value !== undefined);
  for (const [nth, value] of values.entries()) writeSeed('schema', `case-${index}-${nth}`, `${JSON.stringify(input.schema)}\0${JSON.stringify(value)}`);
}
for (const [index, { input }] of readCases('migrations.json').entries()) {
  const { version, properties, migrations, props = {} } = input;
  const definition = { name: 'a', display_name: 'A', category: 'content', version, props: { type: 'object', properties }, migrations };
  writeSeed('migration', `case-${index}`, `${JSON.stringify(definition)}\0${JSON.stringify({ components: [{ id: 'n', component: 'a', props }] })}`);
}

for (const name of existsSync('library/themes') ? readdirSync('library/themes') : []) {
  if (name.endsWith('.json')) writeSeed('token', name, readFileSync(join('library/themes', name), 'utf8'));
}
const tokenCases = (file) => JSON.parse(readFileSync(join('fixtures/tokens', file), 'utf8'));
for (const [index, { input }] of tokenCases('token_sets.json').entries()) writeSeed('token', `case-${index}`, JSON.stringify(input.source));
for (const [index, { input }] of tokenCases('resolvers.json').entries()) {
  writeSeed('token', `resolver-${index}`, JSON.stringify({ ...input.source, inputs: input.inputs }));
}

const text = (value, ...marks) => ({ type: 'text', text: value, ...(marks.length > 0 ? { marks } : {}) });
writeSeed(
  'rich_text',
  'paragraphs',
  JSON.stringify({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('Opening hours')] },
      { type: 'paragraph', content: [text('See '), text('the plan', { type: 'link', attrs: { href: 'https://example.org/' } }), text('.', { type: 'bold' })] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('Monday')] }] }] },
    ],
  }),
);
for (const [index, { input }] of JSON.parse(readFileSync('fixtures/richtext/rich_text.json', 'utf8')).entries()) {
  writeSeed('rich_text', `fixture-${index}`, JSON.stringify(input));
}

for (const file of ['language.json', 'filters.json', 'escaping.json', 'components.json', 'faults.json']) {
  for (const [index, { template, data = {}, partials = {} }] of JSON.parse(readFileSync(join('fixtures/liquid', file), 'utf8')).entries()) {
    const [[partial, source] = [null, '']] = Object.entries(partials);
    const renamed = partial ? template.replaceAll(`'${partial}'`, '"p"').replaceAll(`"${partial}"`, '"p"') : template;
    writeSeed('liquid', `${file}-${index}`, `${renamed}\0${JSON.stringify(data)}\0${source}`);
  }
}

// An editor's session, a request a line.
const context = { name: 'Home', description: '', canonicalUrl: 'https://example.org/', siteName: 'Example' };
const rest = [
  { call: 'apply', transaction: { id: 'c1-1', label: 'Add Heading', operations: [insertHeading('h-new')] } },
  { call: 'apply', transaction: { id: 'c1-2', label: 'Change Text', operations: [{ type: 'set_prop', id: 'h-new', key: 'text', value: 'Welcome' }] } },
  { call: 'receive', transaction: { id: 'c2-1', label: 'Delete Heading', operations: [{ type: 'remove_node', id: 'h-new' }] } },
  { call: 'acknowledge', id: 'c1-1' },
  { call: 'refuse', id: 'c1-2' },
  { call: 'undo', id: 'c1-3' },
  { call: 'redo', id: 'c1-4' },
  { call: 'subtree', id: 'h-new' },
  { call: 'document' },
  { call: 'pending' },
  {
    call: 'reset',
    document: { components: [{ id: 's-1', component: 'section', rank: 'V' }] },
    pending: [{ id: 'c1-5', operations: [{ type: 'move_node', id: 's-1', place: { parent: null, slot: 'components', rank: 'k' } }] }],
  },
  { call: 'acknowledge', id: 'c1-5', operations: [{ type: 'set_page', key: 'title', value: 'Start' }] },
  { call: 'apply', transaction: { id: 'c1-6', operations: [{ type: 'set_style', id: 's-1', breakpoint: 'mobile', property: 'color', value: '{color.primary}' }] } },
  { call: 'render_page', context, mode: 'published' },
  { call: 'render_component', component: 'hero', props: {} },
];

function insertHeading(id) {
  return {
    type: 'insert_node',
    place: { parent: null, slot: 'components', before: null },
    node: { id, component: 'heading', props: { text: 'Hello' } },
  };
}

const templates = existsSync('library/templates') ? readdirSync('library/templates').filter((name) => name.endsWith('.json')) : [];
for (const name of templates) {
  const { document } = JSON.parse(readFileSync(join('library/templates', name), 'utf8'));
  writeSeed('document', name, JSON.stringify(document));
  const requests = [{ call: 'open', document, context }, ...rest];
  writeSeed('calls', name, requests.map((request) => JSON.stringify(request)).join('\n'));
}
writeSeed('calls', 'empty', rest.map((request) => JSON.stringify(request)).join('\n'));

// The module as browsers run it, with the small stack that it has there: whatever bytes it is sent, it answers with JSON and goes on.
// malformed_input_test.cpp and malformed_library_test.cpp send the like to the native engine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { instantiate } from '../../tools/engine-in-node.mjs';

const module = readFileSync(join(import.meta.dirname, '../../build/wasm/bin/engine.wasm'));
const engine = await instantiate(module);

interface Answer {
  ok: boolean;
  error?: { code: string; message: string };
  diagnostics?: { message: string }[];
}

const text = (value: string) => new TextEncoder().encode(value);
const bytes = (...values: number[]) => new Uint8Array(values);

/** A text around bytes that are no text. */
const around = (before: string, inner: Uint8Array, after: string) => new Uint8Array([...text(before), ...inner, ...text(after)]);

function ask(request: Uint8Array | string): Answer {
  return engine.callBytes(typeof request === 'string' ? text(request) : request) as Answer;
}

const definition = {
  name: 'box',
  display_name: 'Box',
  description: 'd',
  category: 'layout',
  version: '1.0.0',
  slots: { content: { display_name: 'Content' } },
  props: {
    type: 'object',
    properties: { title: { type: 'string', title: 'Title', default: 'T' }, body: { title: 'Body', format: 'rich-text' }, any: { title: 'Any' } },
  } as Record<string, unknown>,
};
const template = '<div class="pw-box">{{ title }}{{ body | rich_text }}{% for item in any %}{{ item }}{% endfor %}{% slot "content" %}</div>';

function load(changes: { template?: string; tokens?: unknown; props?: unknown; style?: string; partials?: unknown }): string {
  return JSON.stringify({
    call: 'load_library',
    components: [
      {
        definition: changes.props ? { ...definition, props: changes.props } : definition,
        template: changes.template ?? template,
        style: changes.style ?? '',
        ...('partials' in changes ? { partials: changes.partials } : {}),
      },
    ],
    tokens: changes.tokens ?? {},
    baseCss: '',
  });
}

const open = JSON.stringify({ call: 'open', document: { components: [{ id: 'a', component: 'box' }] }, context: { name: 'P' } });
const document = JSON.stringify({ call: 'document' });

const wrap = (opening: string, closing: string, depth: number) => opening.repeat(depth) + closing.repeat(depth);
const apply = (operation: string) => `{"call":"apply","transaction":{"id":"c","operations":[${operation}]}}`;

// WASM-1, WASM-5
describe('an open page', () => {
  let before: string;

  beforeAll(() => {
    expect(ask(load({})).ok).toBe(true);
    expect(ask(open).ok).toBe(true);
    before = JSON.stringify(ask(document));
  });

  function expectRefused(request: Uint8Array | string) {
    const answer = ask(request);
    expect(answer.ok).toBe(false);
    expect(answer.error?.message ?? answer.diagnostics?.[0]?.message).toBeTruthy();
    expect(JSON.stringify(ask(document))).toBe(before);
  }

  it('survives bytes that are no request', () => {
    expectRefused(new Uint8Array(0));
    expectRefused(new Uint8Array(1000));
    expectRefused(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d));
    expectRefused(bytes(0xff, 0xfe));
    for (const inner of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80], [0]]) {
      expectRefused(around('{"call":"document', bytes(...inner), '"}'));
    }
    const request = apply('{"type":"set_prop","id":"a","key":"title","value":"é"}');
    for (let size = 0; size < text(request).length; size++) expectRefused(text(request).slice(0, size));
    for (const other of ['null', '7', '[]', '{"call":"\\ud800"}', '{"call":1e400}', ' '.repeat(10_000_000), `{"call":"${'x'.repeat(10_000_000)}"}`]) {
      expectRefused(other);
    }
  });

  it('survives nesting, however deep', () => {
    for (const depth of [60, 100, 150, 319, 1_000, 100_000]) {
      const nodes = wrap('{"id":"n","component":"box","children":{"content":[', ']}}', depth);
      expectRefused(wrap('[', ']', depth));
      expectRefused(`{"call":"open","document":{"components":[${nodes}]}}`);
      expectRefused(apply(`{"type":"insert_node","place":{"parent":null,"slot":"components"},"node":${nodes}}`));
      expectRefused(apply(`{"type":"set_prop","id":"a","key":"body","value":{"type":"doc","content":[${wrap('{"type":"blockquote","content":[', ']}', depth)}]}}`));
      expectRefused(apply(`{"type":"set_page","key":"other","value":${wrap('[', ']', depth + 5)}}`));
      const preview = wrap('{"component":"box","children":{"content":[', ']}}', depth);
      ask(`{"call":"render_component","component":"box","children":{"content":[${preview}]}}`);
    }
  });

  it('renders the deepest tree that a page may have', () => {
    let node: unknown = { id: 'n0', component: 'box', props: { title: 'leaf' } };
    for (let depth = 1; depth < 64; depth++) node = { id: `n${depth}`, component: 'box', children: { content: [node] } };
    const answer = ask(JSON.stringify({ call: 'render_page', document: { components: [node] }, context: {} })) as Answer & { html: string };
    expect(answer.html).toContain('leaf');
  });
});

// WASM-1
describe('a library', () => {
  const lengths = [100, 3_000, 100_000];

  it('may be long and deep, and is compiled or refused', () => {
    for (const length of lengths) {
      for (const opening of ['{% if title %}', '{% for x in any %}', '{% case title %}{% when 1 %}', '{% capture x %}', '<div>', '<b title="', '{{', '{%', '{% comment %}']) {
        ask(load({ template: opening.repeat(length) }));
      }
      for (const link of ['.a', '[0]', '[a', ' | upcase', ' | append: "x"', ' and 1', "'"]) {
        ask(load({ template: `<div class="pw-box">{{ any${link.repeat(length)} }}</div>` }));
        ask(load({ template: `<div class="pw-box">{% if any${link.repeat(length)} %}{% endif %}</div>` }));
      }
      ask(load({ style: `${'a{'.repeat(length)}${'/*'.repeat(length)}` }));
    }
    expect(ask(load({})).ok).toBe(true);
  });

  it('may have partials of any shape', () => {
    const template = '<div class="pw-box">{% render "p", any: any %}</div>';
    for (const partials of [null, 7, [], 'p', { p: null }, { p: '', P: '' }, { p: '{% render "p" %}' }, { p: '<script>{{ any }}</script>' }, { p: '<b>' }, {}]) {
      const answer = ask(load({ template, partials }));
      expect(answer.ok).toBe(false);
      expect(answer.error?.message ?? answer.diagnostics?.[0]?.message).toBeTruthy();
    }
    for (const length of lengths) {
      for (const part of ['{% if any %}', '<b>', '{{', '{% render "p" %}']) ask(load({ template, partials: { p: part.repeat(length) } }));
      const many = Object.fromEntries(Array.from({ length }, (_, index) => [`p${index}`, '']));
      expect(ask(load({ partials: many })).ok).toBe(false);
    }
    // Each puts in the next one twice: 2^16 in all.
    const doubling = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`p${index}`, `{% render "p${index + 1}", any: any %}`.repeat(2)]));
    expect(ask(load({ template: '<div class="pw-box">{% render "p0", any: any %}</div>', partials: { ...doubling, p16: '{{ any }}' } })).ok).toBe(false);
    expect(ask(load({ template, partials: { p: '{{ any }}' } })).ok).toBe(true);
    expect(ask(load({})).ok).toBe(true);
  });

  it('may have long chains in its schemas', () => {
    for (const length of [100, 3_000, 30_000]) {
      for (const part of ['(', '[', 'a?', '(a|', '(?:', '(?=']) {
        const pattern = part.repeat(length) + (part.startsWith('(') ? ')'.repeat(length) : '');
        ask(load({ props: { type: 'object', properties: { title: { type: 'string', title: 'T', pattern } } } }));
      }
      const references = Object.fromEntries(Array.from({ length }, (_, index) => [`r${index}`, { $ref: `#/$defs/r${index + 1}` }]));
      const props = {
        type: 'object',
        $defs: { ...references, [`r${length}`]: { type: 'string' } },
        properties: { title: { title: 'T', $ref: '#/$defs/r0' } },
      };
      if (ask(load({ props, template: '<div class="pw-box">{{ title }}</div>' })).ok) ask('{"call":"render_component","component":"box","props":{"title":"x"}}');
    }
    expect(ask(load({})).ok).toBe(true);
  });

  it('may have long chains and circles of tokens', () => {
    for (const length of lengths) {
      const chain = (last: unknown) => ({
        $type: 'number',
        ...Object.fromEntries(Array.from({ length }, (_, index) => [`t${index}`, { $value: `{t${index + 1}}` }])),
        [`t${length}`]: { $value: last },
      });
      ask(load({ tokens: chain(1) }));
      expect(ask(load({ tokens: chain('{t0}') })).ok).toBe(false);
    }
    expect(ask(load({})).ok).toBe(true);
  });
});

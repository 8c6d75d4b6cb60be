import { beforeAll, describe, expect, it } from 'vitest';
import type { PageDocument } from '../../engine/document.ts';
import { compileEngine, openPageForTests } from '../../session/page-for-tests.ts';
import type { PageSession } from '../../session/page-session.ts';
import { checkText, mergeText, textOfDocument } from './page-document-text.ts';

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await compileEngine();
});

const page: PageDocument = { components: [{ id: 'one', component: 'heading', props: { text: 'One' } }, { id: 'grid', component: 'grid' }], layout: { title: 'T' } };

async function open(): Promise<{ session: PageSession; base: PageDocument }> {
  const { session } = await openPageForTests(module, page);
  return { session, base: session.read('document', {}).document };
}

describe('a page as text', () => {
  it('is checked by the engine, and faults stand at their place', async () => {
    const { session, base } = await open();
    const at = (text: string) => checkText(session, base, text).faults.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`);
    expect(at(textOfDocument(base))).toEqual([]);
    expect(at('{\n  "components": [\n}')).toEqual(['3:1 Expected a value.']);
    expect(at('{ "components": [\n  { "id": "one",\n    "component": "headin" } ] }')).toEqual(['3:18 There is no component "headin".']);
    expect(at('{ "components": [\n  { "id": "one", "component": "heading",\n    "props": { "text": 3 } } ] }')).toEqual(['3:24 "text" must be a text, is 3.']);
    expect(at('[]')).toHaveLength(1);
    expect(at('{ "components": 3 }')).toHaveLength(1);
    expect(at('{ "components": [null, 3, { "component": "grid", "children": [] }] }')).toHaveLength(3);
    expect(at('{ "components": [\n  { "component": "headin" },\n  { "component": "heading", "props": { "text": 3 } } ],\n  "layout": { "color_scheme": "pink" } }')).toEqual([
      '2:18 There is no component "headin".',
      '3:48 "text" must be a text, is 3.',
      '4:31 The color scheme must be "auto", "light" or "dark".',
    ]);
  });

  it('becomes one step, with ids for what has none, and is undone as one', async () => {
    const { session, base } = await open();
    const { document, sentences } = checkText(session, base, '{ "components": [{ "id": "grid", "component": "grid", "children": { "content": [{ "component": "text" }] } }], "layout": { "title": "U" } }');
    expect(sentences.length).toBeGreaterThan(0);
    const { operations, conflicts } = mergeText(session, base, document!, {});
    expect(conflicts).toEqual([]);
    expect(session.apply('Edit as JSON', operations)).toBeNull();
    const now = session.read('document', {}).document;
    expect(now.components?.map(({ id }) => id)).toEqual(['grid']);
    expect(now.components?.[0]?.children?.content?.[0]?.id).toMatch(/^[0-9A-Za-z]+$/);
    session.undo();
    expect(session.read('document', {}).document).toEqual(base);
  });

  it('leaves what others have changed meanwhile, and asks where both have changed the same', async () => {
    const { session, base } = await open();
    const edited = { ...base, components: [{ id: 'one', component: 'heading', props: { text: 'Uno' } }, { id: 'grid', component: 'grid' }] };
    session.receive({
      type: 'transaction',
      id: 'other-1',
      sequence: 2,
      label: 'Change',
      operations: [
        { type: 'set_prop', id: 'one', key: 'text', value: 'Eins' },
        { type: 'set_page', key: 'title', value: 'Theirs' },
      ],
    } as never);
    const first = mergeText(session, base, edited, {});
    expect(first.conflicts).toMatchObject([{ id: 'prop:one:text', resolved: false }]);
    const mine = mergeText(session, base, edited, { 'prop:one:text': { choice: 'theirs' } });
    expect(session.apply('Edit as JSON', mine.operations)).toBeNull();
    expect(session.read('document', {}).document).toMatchObject({ components: [{ props: { text: 'Uno' } }, {}], layout: { title: 'Theirs' } });
  });
});

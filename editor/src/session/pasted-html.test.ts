// What comes from elsewhere comes in as components that the real engine takes, and nothing of it ever runs.
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { NestedNode } from '../engine/document.ts';

import { copySelection, paste } from './clipboard.ts';
import { compileEngine, openPageForTests } from './page-for-tests.ts';
import type { PageSession } from './page-session.ts';
import { nodesFromHtml, nodesFromText } from './pasted-html.ts';

const words = (node: NestedNode | undefined) => JSON.stringify(node?.props?.body);

describe('pasted content', () => {
  let module: WebAssembly.Module;
  let session: PageSession;
  const read = (html: string) => nodesFromHtml(html, session.library);
  const names = (nodes: readonly NestedNode[]) => nodes.map(({ component }) => component);
  const pasteHtml = (html: string) => paste(session, { own: '', html, text: '' });

  beforeAll(async () => {
    module = await compileEngine();
  });
  beforeEach(async () => {
    ({ session } = await openPageForTests(module, { components: [] }));
    localStorage.clear();
  });

  it('becomes headings, texts, lists, tables, pictures and buttons, in their order', () => {
    const nodes = read(`<html><body><!--StartFragment-->
      <h1>Opening <b>hours</b></h1>
      <p>We are <b>open</b>, see <a href="https://example.org/plan">the plan</a>.</p><p>Every day.</p>
      <ul><li>Monday</li><li>Tuesday</li></ul>
      <div><h3>Prices</h3><table><caption>All of them</caption><tr><th>What</th><th>How much</th></tr><tr><td>Visit</td><td>Free</td></tr></table></div>
      <figure><img src="https://example.org/house.png" alt="A house"><figcaption>Our house</figcaption></figure>
      <a class="btn btn-primary" href="/book">Book</a>
    <!--EndFragment--></body></html>`);
    expect(names(nodes)).toEqual(['heading', 'text', 'list', 'heading', 'table', 'image', 'button']);
    expect(nodes[0]?.props).toEqual({ text: 'Opening hours', level: 'h2' });
    expect(words(nodes[1])).toContain('"marks":[{"type":"bold"}]');
    expect(words(nodes[1])).toContain('"href":"https://example.org/plan"');
    expect((nodes[1]?.props?.body as { content: unknown[] }).content).toHaveLength(2);
    expect(nodes[2]?.props).toMatchObject({ kind: 'bullets', items: [{ title: 'Monday' }, { title: 'Tuesday' }] });
    expect(nodes[4]?.props).toMatchObject({ caption: 'All of them', columns: [{ label: 'What' }, { label: 'How much' }], rows: [['Visit', 'Free']] });
    expect(nodes[5]?.props).toEqual({ image: { src: 'https://example.org/house.png', alt: 'A house' }, caption: 'Our house' });
    expect(nodes[6]?.props).toEqual({ label: 'Book', url: '/book' });
  });

  it('keeps lists with links or parts of their own as text', () => {
    const [list, ...others] = read('<ol><li>One <a href="https://e.org">link</a></li><li>Two<ul><li>inner</li></ul></li></ol>');
    expect(others).toEqual([]);
    expect(list?.component).toBe('text');
    expect(words(list)).toContain('"orderedList"');
    expect(words(list)).toContain('inner');
  });

  it('keeps a list that is longer than the component takes as one text, all of it', () => {
    const items = Array.from({ length: 101 }, (_, index) => `<li>item ${String(index)}</li>`);
    expect(names(read(`<ul>${items.slice(1).join('')}</ul>`))).toEqual(['list']);
    const [text, ...others] = read(`<ul>${items.join('')}</ul>`);
    expect(others).toEqual([]);
    expect(text?.component).toBe('text');
    expect(words(text)).toContain('item 0');
    expect(words(text)).toContain('item 100');
  });

  it('is looked at where nothing of it is fetched', () => {
    const create = vi.spyOn(document, 'createElement');
    const adopt = vi.spyOn(document, 'adoptNode');
    read('<div>one</div><div>two <img src="https://example.org/a.png"></div>');
    nodesFromText('https://example.org/a.png', session.library);
    nodesFromText('words', session.library);
    expect(create).not.toHaveBeenCalled();
    expect(adopt).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('reads through the boxes that word processors put around everything', () => {
    const nodes = read(`<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span>First</span></p><br><p><span>Second</span></p>
      <table><tr><td><h2>Boxed</h2><p>Third</p></td></tr></table></b>`);
    expect(names(nodes)).toEqual(['text', 'heading', 'text']);
    expect(words(nodes[0])).toContain('First');
    expect(words(nodes[0])).not.toContain('bold');
  });

  it('does not run the texts of neighbouring boxes together', () => {
    const [text] = read('<div><div>First</div><div>Second</div></div>loose');
    expect((text?.props?.body as { content: { type: string }[] }).content).toHaveLength(3);
  });

  it('is taken by the engine as one step, however long and wide it is', () => {
    const long = 'word '.repeat(2000);
    const cells = `<tr>${'<td>cell</td>'.repeat(40)}</tr>`.repeat(600);
    const items = '<li>item</li>'.repeat(300);
    expect(pasteHtml(`<h2>${long}</h2><p>${long}</p><table>${cells}</table><ul>${items}</ul><img src="https://e.org/a.png" alt="${long}">`)).toBeNull();
    expect(session.tree.rootChildren()).toHaveLength(5);
    session.undo();
    expect(session.tree.rootChildren()).toEqual([]);
  });

  it.each([
    '<script>globalThis.ran = 1</script>',
    '<img src="x" onerror="globalThis.ran = 1">',
    '<img src="https://example.org/a.png" onload="globalThis.ran = 1" onerror="globalThis.ran = 1">',
    '<svg onload="globalThis.ran = 1"><script>globalThis.ran = 1</script></svg>',
    '<p onclick="globalThis.ran = 1">text <a href="javascript:globalThis.ran = 1">link</a></p>',
    '<p><a href=" java&#10;script:alert(1)">link</a></p>',
    '<a class="button" href="javascript:alert(1)">press</a>',
    '<a class="button" href="data:text/html,<script>alert(1)</script>">press</a>',
    '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
    '<math><mtext><table><mglyph><style><img src=x onerror="globalThis.ran = 1"></style></mglyph></table></mtext></math>',
    '<img src="javascript:alert(1)"><img src="data:image/svg+xml,<svg onload=alert(1)>"><img src="file:///etc/passwd">',
    '<p>text<style>@import "https://evil.example"</style></p>',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">Send</button></form>',
    '<template><img src=x onerror="globalThis.ran = 1"></template><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  ])('never brings a script or a handler along: %s', async (html) => {
    expect(pasteHtml(`<p>before</p>${html}`)).toBeNull();
    await new Promise((done) => setTimeout(done, 10));
    expect(globalThis).not.toHaveProperty('ran');
    expect(JSON.stringify(session.tree.document())).not.toMatch(/javascript:|data:|file:|alert|ran = 1|onerror|onload|evil/i);
    expect(session.canvasHtml()).not.toMatch(/<script|onerror|onload|javascript:/i);
  });

  it('takes plain text by its paragraphs, and the address of a picture as that picture', () => {
    const [text, ...others] = nodesFromText('First line\nsecond line\n\n<b>not bold</b>', session.library);
    expect(others).toEqual([]);
    expect((text?.props?.body as { content: unknown[] }).content).toHaveLength(2);
    expect(words(text)).toContain('<b>not bold</b>');
    expect(words(text)).toContain('hardBreak');
    const [picture] = nodesFromText(' https://example.org/a%20b.jpg?size=2 ', session.library);
    expect(picture).toMatchObject({ component: 'image', props: { image: { src: 'https://example.org/a%20b.jpg?size=2' } } });
  });

  it('leaves out what the library here does not have, and says so', () => {
    const notices: string[] = [];
    session.notices.on(({ message }) => notices.push(message));
    const node = { id: 'x', component: 'section', props: { title: 'From afar', unknown: 1 }, children: { content: [{ id: 'y', component: 'promo' }, { id: 'z', component: 'text' }], aside: [] } };
    expect(paste(session, { own: JSON.stringify({ type: 'pagewright/nodes', nodes: [node] }), html: '', text: '' })).toBeNull();
    const [section = ''] = session.tree.rootChildren();
    expect(session.tree.node(section)?.props).toEqual({ title: 'From afar' });
    expect(session.tree.children(section).content).toHaveLength(1);
    expect(notices).toEqual(['Left out, as the library here has no such components: promo.']);
  });

  it('is what was copied last in this browser where the clipboard says nothing', () => {
    pasteHtml('<p>Hello</p>');
    copySelection(session);
    expect(paste(session, { own: '', html: '', text: '' })).toBeNull();
    expect(session.tree.rootChildren()).toHaveLength(2);
  });

  it('that was copied here and can’t be read is not pasted as text, and said', () => {
    const broken = '{"type":"pagewright/nodes","nodes":[1]}';
    expect(paste(session, { own: broken, html: '', text: broken })?.message).toContain('can’t be read');
    localStorage.setItem('pagewright.clipboard', broken);
    expect(paste(session, { own: '', html: '', text: '' })?.code).toBe('unreadable');
    expect(session.tree.rootChildren()).toEqual([]);
    // Somebody writes about it.
    expect(paste(session, { own: '', html: '', text: broken })).toBeNull();
    expect(session.tree.rootChildren()).toHaveLength(1);
  });

  it('does nothing for JSON that only looks like ours', () => {
    const apply = vi.spyOn(session, 'apply');
    for (const own of ['{"type":"pagewright/nodes","nodes":[1]}', '{"type":"pagewright/nodes"}', 'pagewright/nodes {', '{"type":"pagewright/nodes","nodes":[{"component":"text","children":{"a":7}}]}']) {
      paste(session, { own, html: '', text: '' });
    }
    expect(apply).not.toHaveBeenCalled();
  });
});

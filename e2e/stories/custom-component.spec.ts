import { askEngine } from '../browser/engine-in-page.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { expect, listenForErrors, signInContext, test } from '../server/pagewright-test.ts';

const promotion = {
  definition: {
    name: 'promo',
    display_name: 'Promotion',
    description: 'A coloured line that invites.',
    category: 'content',
    version: '1.0.0',
    slots: { content: { display_name: 'Content' } },
    props: {
      type: 'object',
      properties: {
        title: { type: 'string', title: 'Title', default: 'Open day', maxLength: 80 },
        tone: { enum: ['calm', 'loud'], title: 'Tone', default: 'calm' },
      },
    },
    initial: { props: { title: 'Come and see us' } },
  },
  template:
    '<section class="pw-promo pw-promo--{{ tone }}"><p class="pw-promo__title"{% editable title %}>{{ title }}</p>\n<div class="pw-promo__content">{% slot "content" %}</div></section>',
  style:
    '.pw-promo { padding: var(--space-6); border-radius: var(--radius-large); background: var(--color-primary-soft) }\n.pw-promo__title { font-size: var(--font-size-2xl); color: var(--color-primary) }\n.pw-promo--loud .pw-promo__title { font-weight: var(--font-weight-bold) }',
  sample: { props: { title: 'Open day on Saturday', tone: 'loud' } },
};

const next = (version: string, definition: object = {}, more: object = {}) => ({
  ...promotion,
  ...more,
  definition: { ...promotion.definition, version, ...definition },
});

test('a component made by the API is inserted, edited and published, and open editors get it', async ({ browser, page, context, server, api }) => {
  test.slow();
  const shown = await api.call<PageAnswer>('POST', '/pages', {
    name: 'Custom',
    structure: { components: [{ id: 'words', component: 'heading', props: { text: 'Words', level: 'h1' } }] },
  });
  const nodes = async (): Promise<PageNode[]> => allNodes((await api.call<PageAnswer>('GET', `/pages/${shown.id}`)).structure.components as PageNode[]);
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, shown.id);
  const field = (label: string) => screen.panel.getByLabel(label, { exact: true });

  await test.step('faults are named with their place', async () => {
    const broken = { ...promotion, template: '<section class="pw-promo">\n  {{ title | shout }}</section>' };
    const { isValid, diagnostics } = await api.call<{ isValid: boolean; diagnostics: { file: string; line: number; column: number }[] }>('POST', '/components/validate', broken);
    expect(isValid).toBe(false);
    expect(diagnostics).toContainEqual(expect.objectContaining({ severity: 'error', file: 'template', line: 2 }));
  });

  await test.step('an open editor gets it', async () => {
    await expect(screen.sidebarItem('promo')).toHaveCount(0);
    await api.call('POST', '/components', promotion);
    await expect(screen.sidebarItem('promo')).toHaveText('Promotion');
    await screen.untilSaved();
  });

  await test.step('it is inserted and edited', async () => {
    await screen.dragIn('promo', { on: '.pw-heading', y: 1 });
    await expect(screen.canvas.locator('.pw-promo__title')).toHaveText('Come and see us');
    await field('Title').fill('Open day on <Sunday>');
    await screen.panel.getByRole('radio', { name: 'loud' }).click();
    await screen.dragIn('button', { on: '.pw-promo__content' });
    await screen.retype({ on: '.pw-promo__title' }, 'Open day & more');
    await screen.untilSaved();
    const promo = (await nodes()).find(({ component }) => component === 'promo');
    expect(promo?.props).toEqual({ title: 'Open day & more', tone: 'loud' });
    expect(promo?.children?.content?.map(({ component }) => component)).toEqual(['button']);
  });

  await test.step('somebody else, and a reloaded editor, see it', async () => {
    const other = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const errors = listenForErrors(other);
    await signInContext(other, server);
    const second = await EditorScreen.open(await other.newPage(), server.url, shown.id);
    await expect(second.canvas.locator('.pw-promo__title')).toHaveText('Open day & more');
    await page.reload();
    await screen.untilOpen();
    await expect(screen.canvas.locator('.pw-promo__title')).toHaveText('Open day & more');
    expect(errors.filter((error) => !/auth\/refresh|favicon/.test(error))).toEqual([]);
    await other.close();
  });

  await test.step('what is published are the bytes of the preview, and of the browser’s engine', async () => {
    const { items: environments } = await api.call<{ items: { id: string; kind: string; baseUrl: string }[] }>('GET', '/environments');
    const production = environments.find(({ kind }) => kind === 'production');
    const { url } = await api.call<{ url: string }>('POST', `/pages/${shown.id}/publish`, { environmentId: production?.id });
    const published = await (await fetch(url.replace('localhost', '127.0.0.1'))).text();
    expect(published).toContain('Open day &amp; more');
    expect(published).toContain('.pw-promo--loud');
    expect(await (await api.request('GET', `/pages/${shown.id}/preview`)).text()).toBe(published);

    const [{ items }, { tokens, baseCss }, organization, document] = await Promise.all([
      api.call<{ items: { definition: object; template: string; style: string; partials?: object }[] }>('GET', '/components'),
      api.call<{ tokens: object; baseCss: string }>('GET', '/design-tokens'),
      api.call<{ name: string }>('GET', '/organization'),
      api.call<PageAnswer>('GET', `/pages/${shown.id}`),
    ]);
    const wasm = await page.evaluate(() => performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'))?.name);
    const [, rendered] = await askEngine(page, wasm as string, [
      { call: 'load_library', components: items.map(({ definition, template, style, partials }) => ({ definition, template, style, ...(partials && { partials }) })), tokens, baseCss },
      {
        call: 'render_page',
        mode: 'published',
        document: { ...document.structure, layout: document.layout },
        context: { name: 'Custom', description: '', canonicalUrl: `${production?.baseUrl}/custom`, siteName: organization.name },
      },
    ]);
    expect(rendered?.html).toBe(published);
  });

  await test.step('a new version reaches the open page, and its props go through the migrations', async () => {
    const properties = { line: { type: 'string', title: 'Line', default: '', maxLength: 80 }, tone: promotion.definition.props.properties.tone };
    const refused = await api.request('POST', '/components/promo/versions', { ...next('1.1.0', { props: { type: 'object', properties }, initial: {} }), base: '1.0.0' });
    expect(refused.status).toBe(422);
    const renamed = next(
      '2.0.0',
      { props: { type: 'object', properties }, initial: {}, migrations: [{ from: '1.x', to: '2.0.0', steps: [{ rename: '/title', to: 'line' }] }] },
      { template: promotion.template.replace('{% editable title %}>{{ title }}', '{% editable line %}>{{ line }}'), sample: {} },
    );
    await api.call('POST', '/components/promo/versions', { ...renamed, base: '1.0.0' });
    await screen.untilSaved();
    await expect(screen.canvas.locator('.pw-promo__title')).toHaveText('Open day & more');
    await screen.select({ on: '.pw-promo__title' }, 'Promotion');
    await expect(field('Line')).toHaveValue('Open day & more');
    await field('Line').fill('A new line');
    await screen.untilSaved();
    expect((await nodes()).find(({ component }) => component === 'promo')?.props).toEqual({ line: 'A new line', tone: 'loud' });
  });

  await test.step('deleted, it is offered no more and still shown', async () => {
    expect((await api.request('DELETE', '/components/promo')).status).toBe(409);
    expect((await api.request('DELETE', '/components/promo?force=true')).status).toBe(204);
    await page.reload();
    await screen.untilOpen();
    await expect(screen.canvas.locator('.pw-promo__title')).toHaveText('A new line');
    await expect(screen.sidebarItem('promo')).toHaveCount(0);
    await expect(screen.sidebarItem('card')).toHaveCount(1);
  });
});

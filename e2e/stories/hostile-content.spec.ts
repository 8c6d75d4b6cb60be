import type { Frame, Page } from '@playwright/test';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const run = 'window.top.hacked=window.hacked=1;alert(1)';

const texts = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg onload="${run}">`,
  `<svg><script>${run}</script></svg>`,
  `<math><mtext><style><img src=x onerror="${run}"></style></mtext></math>`,
  `"><img src=x onerror=${run}>`,
  `' onmouseover='${run}' x='`,
  `" autofocus onfocus="${run}" x="`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<a href="javascript:${run}">x</a>`,
  `<form action="javascript:${run}"><button>x</button></form>`,
  `<base href="javascript:${run}//">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  `<!--><img src=x onerror="${run}">-->`,
  `{{ "<script>${run}</script>" }}`,
  `{% raw %}<script>${run}</script>{% endraw %}`,
  `\u0000<script>${run}</script>`.replace('\u0000', '\u200b'),
  `&lt;script&gt;${run}&lt;/script&gt;`,
];

const addresses = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  ` \tjavascript:${run}`,
  `java\nscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `vbscript:${run}`,
  `//evil.example/"onclick="${run}`,
];

const image = (src: string) => ({ src, alt: texts[9] });

/** Every payload wherever a page takes words or addresses. What the server refuses can't be on a page. */
function components(): { component: string; props: Record<string, unknown> }[] {
  return [
    ...texts.flatMap((text) => [
      { component: 'hero', props: { title: text, text } },
      { component: 'text', props: { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } } },
      { component: 'input', props: { label: text, name: 'x', placeholder: text, value: text, help: text } },
      { component: 'table', props: { caption: text, columns: [{ label: text }, { label: 'x' }], rows: [[text, text]] } },
      { component: 'chart', props: { title: text, description: text, rows: [{ label: text, value: 3 }], source: text } },
      { component: 'heading', props: { text, anchor: text } },
      { component: 'textarea', props: { label: text, value: text } },
      { component: 'button', props: { label: text, url: '#' } },
    ]),
    ...addresses.flatMap((url) => [
      { component: 'button', props: { label: 'Press', kind: 'link', url } },
      { component: 'card', props: { title: 'Card', link_label: 'More', url, image: image(url) } },
      { component: 'image', props: { image: image(url), url } },
      { component: 'video', props: { url, poster: image(url), captions: url } },
      { component: 'form', props: { action: url } },
    ]),
  ];
}

const wasHacked = (document: Page | Frame): Promise<boolean> => document.evaluate(() => 'hacked' in window);

test.use({ provokedErrors: [/ERR_NAME_NOT_RESOLVED|ERR_UNKNOWN_URL_SCHEME|status of 404|ERR_|Content Security Policy/] });

test('no payload in texts, addresses or names runs anywhere', async ({ page, context, server, api }) => {
  test.slow();
  const dialogs: string[] = [];
  context.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });

  const accepted: object[] = [];
  for (const [index, component] of components().entries()) {
    const node = { id: `n${index}`, ...component };
    const probe = await api.request('POST', '/pages', { name: 'Probe', structure: { components: [node] } });
    if (probe.status === 201) accepted.push(node);
    else expect(probe.status, JSON.stringify(node)).toBe(422);
    if (probe.status === 201) await api.call('DELETE', `/pages/${((await probe.json()) as { id: string }).id}`);
  }
  expect(accepted.length).toBeGreaterThan(texts.length * 6);
  const name = `Hostile ${texts[0]}`;
  const created = await api.call<PageAnswer>('POST', '/pages', {
    name,
    description: texts[3],
    slug: 'hostile',
    structure: { components: accepted },
    layout: { title: texts[3], description: texts[2] },
  });
  await signInContext(context, server);

  await test.step('on the dashboard', async () => {
    await page.goto(`${server.url}/page-builder?search=Hostile`);
    await expect(page.getByRole('link', { name })).toBeVisible();
    await expect(page.locator('li iframe').first()).toBeAttached();
    expect(await wasHacked(page)).toBe(false);
  });

  await test.step('in the editor', async () => {
    const screen = await EditorScreen.open(page, server.url, created.id);
    await expect(screen.canvas.locator('.pw-hero')).toHaveCount(texts.length);
    const frame = await screen.frame();
    await expect(page.locator('h1')).toHaveText(name);
    await page.getByRole('tab', { name: 'Layers' }).click();
    await expect(page.getByRole('treeitem').first()).toBeVisible();
    await screen.select({ on: '.pw-hero__title' }, 'Hero');
    await expect(screen.panel.getByLabel('Title', { exact: true })).toHaveValue(texts[0] as string);
    await page.getByRole('radio', { name: 'Preview' }).click();
    for (const link of await screen.canvas.locator('a').all()) await link.dispatchEvent('click');
    await screen.untilPainted();
    for (const document of page.frames()) if (document !== frame) expect(await wasHacked(document).catch(() => false)).toBe(false);
    expect(await wasHacked(page)).toBe(false);
    expect(await wasHacked(frame)).toBe(false);
  });

  await test.step('the canvas can reach nothing of the editor', async () => {
    const frame = await (new EditorScreen(page)).frame();
    const reached = await frame.evaluate(() => {
      const attempt = (read: () => unknown): string => {
        try {
          return String(read());
        } catch (error) {
          return (error as Error).name;
        }
      };
      return {
        origin: self.origin,
        document: attempt(() => parent.document.title),
        cookies: attempt(() => document.cookie),
        storage: attempt(() => localStorage.length),
        location: attempt(() => parent.location.href),
      };
    });
    expect(reached).toEqual({ origin: 'null', document: 'SecurityError', cookies: 'SecurityError', storage: 'SecurityError', location: 'SecurityError' });
    const sandbox = page.locator('iframe[title="Page"]');
    await expect(sandbox).toHaveAttribute('sandbox', 'allow-scripts');
  });

  await test.step('on the published site', async () => {
    const environments = await api.call<{ items: { id: string }[] }>('GET', '/environments');
    await api.call('POST', `/pages/${created.id}/publish`, { environmentId: environments.items[0]?.id });
    const response = await page.goto(`${server.sitesUrl}/hostile`);
    expect(response?.headers()['content-security-policy']).toContain("script-src 'none'");
    expect(await page.locator('script, iframe[srcdoc], base, meta[http-equiv="refresh"], [onerror], [onload], [onclick], [onfocus], [onmouseover]').count()).toBe(0);
    const dangerous = await page.evaluate(() =>
      [...document.querySelectorAll('[href], [src], [action], [formaction], [poster], [data]')]
        .flatMap((element) => ['href', 'src', 'action', 'formaction', 'poster', 'data'].map((attribute) => element.getAttribute(attribute) ?? ''))
        .filter((value) => /^[\u0000-\u0020]*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data:text)/i.test(value)),
    );
    expect(dangerous).toEqual([]);
    expect(await wasHacked(page)).toBe(false);
  });
  expect(dialogs).toEqual([]);
  // Other stories on this server look at their own pages only.
  await api.call('DELETE', `/pages/${created.id}`);
});

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filled, type Payload, type PropSchema } from '../hostile/fill.ts';
import { hostilePayloads, hostileTexts } from '../hostile/payloads.ts';
import { dangersIn, expectNothingRan, watchDialogs } from '../hostile/traces.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import { Api, type Page as PageAnswer } from '../server/api.ts';
import { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const library = fileURLToPath(new URL('../../library/components', import.meta.url));
const components = readdirSync(library)
  .sort()
  .map((name) => JSON.parse(readFileSync(`${library}/${name}/component.json`, 'utf8')) as { name: string; props: PropSchema });

const payloadsAPage = 30;

interface HostilePage {
  id: string;
  slug: string;
  nodes: number;
}

/** As a browser reads it in a link of a page. */
function protocolOf(address: string): string {
  return URL.parse(address, 'https://site.example')?.protocol ?? '';
}

/** Which of the payloads the server takes as an address. */
async function sorted(api: Api): Promise<Payload[]> {
  const payloads: Payload[] = [];
  for (const text of hostilePayloads) {
    const { status } = await api.request('POST', '/pages', {
      name: 'Probe',
      structure: { components: [{ id: 'link', component: 'button', props: { kind: 'link', label: 'Go', url: text } }] },
    });
    expect([201, 422], text).toContain(status);
    payloads.push({ text, isAddress: status === 201 });
  }
  return payloads;
}

/** Pages on which each payload stands in every component, wherever that takes words or addresses. Neighbours have different ones. */
async function createPages(api: Api, payloads: Payload[]): Promise<HostilePage[]> {
  const pages: HostilePage[] = [];
  for (let first = 0; first < payloads.length; first += payloadsAPage) {
    const some = payloads.slice(first, first + payloadsAPage);
    const nodes = some.flatMap((_, round) =>
      components.flatMap(({ name, props }, index) => {
        const filling = filled(props, some[(round + index) % some.length] as Payload);
        return filling === undefined ? [] : [{ id: `${name}-${round}`, component: name, props: filling }];
      }),
    );
    const [name = '', title = '', description = ''] = some.map(({ text }) => text);
    const slug = `hostile-${first}`;
    const { id } = await api.call<PageAnswer>('POST', '/pages', { name, description, slug, structure: { components: nodes }, layout: { title, description } });
    pages.push({ id, slug, nodes: nodes.length });
  }
  return pages;
}

// Without the content security policy, which would hide what the engine let through.
test.use({ bypassCSP: true, provokedErrors: [/ERR_|status of 40[04]|Failed to parse|attribute .*: (Expected|Unexpected)|Error parsing/] });

test('no payload in any text or address of any component runs, in the canvas, the panels or the site', async ({ page, context }) => {
  test.setTimeout(240_000);
  const dialogs = watchDialogs(context);
  const server = await PagewrightServer.start();
  try {
    const api = await Api.signIn(server.url);
    const payloads = await sorted(api);
    expect(hostileTexts.length).toBeGreaterThanOrEqual(100);
    const programs = payloads.filter(({ text }) => /^(javascript|vbscript|data|blob|feed|view-source):$/.test(protocolOf(text)));
    expect(programs.length).toBeGreaterThan(15);
    expect(programs.filter(({ isAddress }) => isAddress)).toEqual([]);
    const pages = await createPages(api, payloads);
    expect(pages.reduce((sum, { nodes }) => sum + nodes, 0)).toBeGreaterThan(payloads.length * 40);
    await signInContext(context, server);

    await test.step('on the published site', async () => {
      const { items } = await api.call<{ items: { id: string }[] }>('GET', '/environments');
      for (const { id, slug } of pages) {
        await api.call('POST', `/pages/${id}/publish`, { environmentId: items[0]?.id });
        const response = await page.goto(`${server.sitesUrl}/${slug}`);
        expect(response?.headers()['content-security-policy']).toContain("script-src 'none'");
        expect(await dangersIn(page.mainFrame(), 'head > link[rel="icon"]')).toEqual([]);
        await expectNothingRan(page, `on ${slug}`);
      }
    });

    await test.step('in the canvas, the layers and the panels', async () => {
      for (const { id, nodes } of pages) {
        const screen = await EditorScreen.open(page, server.url, id);
        const frame = await screen.frame();
        expect(await frame.locator('main [data-node]').count()).toBe(nodes);
        expect(await dangersIn(frame, 'head > script[src], head > link[rel="icon"]')).toEqual([]);
        await page.getByRole('tab', { name: 'Layers' }).click();
        await page.getByRole('treeitem').first().click();
        for (let next = 1; next < components.length; next += 1) await page.keyboard.press('ArrowDown');
        await expect(page.getByRole('treeitem', { selected: true })).toHaveAttribute('aria-posinset', `${components.length}`);
        await expectNothingRan(page, `in the editor of ${id}`);
      }
    });

    await test.step('on the dashboard', async () => {
      await page.goto(`${server.url}/page-builder`);
      await expect(page.getByRole('list', { name: 'Pages' }).getByRole('listitem').first()).toBeVisible();
      await expect(page.locator('li iframe').first()).toBeAttached();
      await expectNothingRan(page, 'on the dashboard');
    });
    expect(dialogs).toEqual([]);
  } finally {
    await server.remove();
  }
});

test('the canvas can reach nothing of the editor', async ({ page, context, server, api }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Walled in', structure: { components: [{ id: 'a', component: 'heading' }] } });
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, created.id);
  await expect(page.locator('iframe[title="Page"]')).toHaveAttribute('sandbox', 'allow-scripts');
  const reached = await (await screen.frame()).evaluate(() => {
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
  await api.call('DELETE', `/pages/${created.id}`);
});

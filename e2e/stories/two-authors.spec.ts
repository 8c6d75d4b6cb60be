import type { Browser, BrowserContext } from '@playwright/test';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import type { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, listenForErrors, signInContext, test } from '../server/pagewright-test.ts';

interface Author {
  context: BrowserContext;
  screen: EditorScreen;
  errors: string[];
}

async function openAs(browser: Browser, server: PagewrightServer, pageId: string): Promise<Author> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const errors = listenForErrors(context);
  await signInContext(context, server);
  return { context, errors, screen: await EditorScreen.open(await context.newPage(), server.url, pageId) };
}

const structure = {
  components: [
    { id: 'hero', component: 'hero', props: { title: 'Together' } },
    { id: 'grid', component: 'grid', children: { content: [{ id: 'card-1', component: 'card' }, { id: 'card-2', component: 'card' }] } },
    { id: 'words', component: 'heading', props: { text: 'Words', level: 'h2' } },
    { id: 'last', component: 'heading', props: { text: 'Last', level: 'h2' } },
  ],
};

/** The page as an author sees it: every node, its place and its markup. */
async function canvasOf({ screen }: Author): Promise<string> {
  return (await screen.frame()).locator('main').evaluate((main) => {
    const copy = main.cloneNode(true) as Element;
    for (const own of copy.querySelectorAll('pagewright-empty-slot')) own.remove();
    return copy.innerHTML;
  });
}

async function expectEqual(authors: Author[]): Promise<void> {
  for (const author of authors) await author.screen.untilSaved();
  const [first, ...others] = authors as [Author, ...Author[]];
  for (const other of others) await expect.poll(async () => (await canvasOf(other)) === (await canvasOf(first)), 'the canvases are equal').toBe(true);
}

test('two authors edit one page at the same time and end equal', async ({ browser, server, api }) => {
  test.setTimeout(60_000);
  const page = await api.call<PageAnswer>('POST', '/pages', { name: 'Two authors', structure });
  const stored = async (): Promise<PageNode[]> => allNodes((await api.call<PageAnswer>('GET', `/pages/${page.id}`)).structure.components as PageNode[]);
  const prop = async (id: string, key: string): Promise<unknown> => (await stored()).find((node) => node.id === id)?.props?.[key];
  const ada = await openAs(browser, server, page.id);
  const bob = await openAs(browser, server, page.id);
  const both = [ada, bob];
  const field = ({ screen }: Author, label: string) => screen.panel.getByLabel(label, { exact: true });

  await test.step('different props of one node', async () => {
    for (const { screen } of both) await screen.select({ on: '.pw-hero__title' }, 'Hero');
    await Promise.all([field(ada, 'Line above the title').pressSequentially('From Ada'), field(bob, 'Text').fill('From Bob')]);
    await expectEqual(both);
    expect(await prop('hero', 'eyebrow')).toBe('From Ada');
    expect(await prop('hero', 'text')).toBe('From Bob');
  });

  await test.step('the same prop', async () => {
    await Promise.all([field(ada, 'Title').fill('Ada’s title'), field(bob, 'Title').fill('Bob’s title')]);
    await expectEqual(both);
    const title = await prop('hero', 'title');
    expect(['Ada’s title', 'Bob’s title']).toContain(title);
    // A field in use keeps what its author wrote until they leave it.
    for (const author of both) {
      await field(author, 'Title').blur();
      await expect(field(author, 'Title')).toHaveValue(title as string);
    }
  });

  await test.step('one inserts into what the other deletes', async () => {
    await ada.screen.select({ on: '.pw-grid', x: 0.9 }, 'Grid');
    await bob.screen.select({ on: '.pw-card__title' }, 'Card');
    // Without Bob's network, so that neither knows of the other's change when making their own.
    await bob.context.setOffline(true);
    await ada.screen.page.keyboard.press('Delete');
    await ada.screen.untilSaved();
    await bob.screen.panel.getByRole('button', { name: 'Duplicate Card' }).click();
    await expect(bob.screen.canvas.locator('.pw-card')).toHaveCount(3);
    await bob.context.setOffline(false);
    await expectEqual(both);
    expect((await stored()).map(({ component }) => component)).toEqual(['hero', 'heading', 'heading']);
  });

  await test.step('one is offline for a while, and nothing is lost', async () => {
    await bob.context.setOffline(true);
    await bob.screen.select({ on: '[data-node="words"]' }, 'Heading');
    await field(bob, 'Text').fill('Written offline');
    await bob.screen.dragIn('list', { on: '[data-node="words"]', y: 1 });
    await expect(bob.screen.saveState).toHaveText(/^Offline, \d+ changes kept$/, { timeout: 30_000 });
    await ada.screen.select({ on: '[data-node="last"]' }, 'Heading');
    await field(ada, 'Text').fill('Written meanwhile');
    await ada.screen.untilSaved();
    expect(await prop('words', 'text')).toBe('Words');

    await bob.context.setOffline(false);
    await expectEqual(both);
    expect(await prop('words', 'text')).toBe('Written offline');
    expect(await prop('last', 'text')).toBe('Written meanwhile');
    expect((await stored()).map(({ component }) => component)).toEqual(['hero', 'heading', 'list', 'heading']);
  });

  await test.step('both equal a third who comes later', async () => {
    const late = await openAs(browser, server, page.id);
    await expectEqual([ada, bob, late]);
    for (const { context, errors } of [ada, bob, late]) {
      expect(errors.filter((error) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(error))).toEqual([]);
      await context.close();
    }
  });
});

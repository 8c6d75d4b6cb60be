import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import type { PageNode } from '../server/page-content.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

test('a component is found, looked at, kept and inserted', async ({ page, context, server, api }) => {
  const structure = { components: [{ id: 'first', component: 'heading' }, { id: 'last', component: 'heading' }] };
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'From the panel', structure });
  const components = async (): Promise<string[]> => ((await api.call<PageAnswer>('GET', `/pages/${created.id}`)).structure.components as PageNode[]).map(({ component }) => component);
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, created.id);
  const sidebar = page.getByRole('complementary', { name: 'Components and layers' });
  const search = sidebar.getByRole('searchbox', { name: 'Search components' });

  await test.step('looked at while it is pointed at, and while it has the focus', async () => {
    await screen.sidebarItem('chart').hover();
    const peek = page.getByRole('note', { name: 'How Chart looks' });
    await expect(peek.frameLocator('iframe').locator('.pw-chart')).toBeVisible();
    await expectAccessible(page, 'a component that is looked at');
    await page.keyboard.press('Escape');
    await expect(peek).toHaveCount(0);
    await search.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('note')).toBeVisible();
  });

  await test.step('found by a synonym, and inserted behind what is selected with Enter', async () => {
    await screen.select({ on: '[data-node="first"]' }, 'Heading');
    await search.fill('teaser');
    await expect(sidebar.locator('[data-component]')).toHaveText(['Card']);
    await page.keyboard.press('Tab');
    while (!(await screen.sidebarItem('card').evaluate((item) => item === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(components).toEqual(['heading', 'card', 'heading']);
  });

  await test.step('kept as a favourite, and listed among what was used', async () => {
    await screen.sidebarItem('card').hover();
    await sidebar.getByRole('button', { name: 'Card as a favourite' }).click();
    await search.fill('');
    await page.reload();
    await screen.untilOpen();
    for (const filter of ['Favourites', 'Recently used']) {
      await sidebar.getByRole('radio', { name: filter }).click();
      await expect(sidebar.locator('[data-component]')).toHaveText(['Card']);
      await expectAccessible(page, `components: ${filter}`);
    }
    await sidebar.getByRole('button', { name: 'Card as a favourite' }).click();
    await sidebar.getByRole('radio', { name: 'Favourites' }).click();
    await expect(sidebar.getByText('No favourites yet')).toBeVisible();
  });
});

import type { Page } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

interface Listed {
  items: { id: string; name: string; slug: string }[];
}

async function inDialog(page: Page, open: string, what: string): Promise<void> {
  await page.getByRole('button', { name: open, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button').nth(1)).toBeEnabled();
  await expect(page.locator('[aria-label^="Loading"]')).toHaveCount(0);
  await expectAccessible(page, what);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test.use({ provokedErrors: [/status of 404 .*\/no-such-page\)$/] });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('sign-in, dashboard and new page are accessible', async ({ page, context, server }) => {
      await page.goto(`${server.url}/page-builder/sign-in`);
      await expect(page.getByLabel('E-mail')).toBeVisible();
      await expectAccessible(page, 'sign-in');
      await signInContext(context, server);
      await page.goto(`${server.url}/page-builder`);
      await expect(page.getByRole('list', { name: 'Pages' }).getByRole('listitem').nth(2)).toBeVisible();
      await expectAccessible(page, 'dashboard');
      for (const tab of ['Templates', 'Component library', 'Themes']) {
        await page.getByRole('tab', { name: tab }).click();
        await expect(page.getByRole('tabpanel').getByRole('listitem').nth(2)).toBeVisible();
        await expectAccessible(page, `dashboard, ${tab}`);
      }
      await page.goto(`${server.url}/page-builder/new`);
      await expect(page.getByRole('radio').nth(3)).toBeAttached();
      await expectAccessible(page, 'new page');
      await page.goto(`${server.url}/page-builder/nothing/here`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, 'page not found');
    });

    test('the settings are accessible', async ({ page, context, server }) => {
      await signInContext(context, server);
      for (const section of ['people', 'teams', 'audit-log', 'profile', 'password', 'api-tokens']) {
        await page.goto(`${server.url}/page-builder/settings/${section}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[aria-label^="Loading"]')).toHaveCount(0);
        await expectAccessible(page, `settings, ${section}`);
      }
    });

    test('the editor and its dialogs are accessible', async ({ page, context, server, api }) => {
      const { items } = await api.call<Listed>('GET', '/pages?sort=createdAt&limit=3');
      await signInContext(context, server);
      const screen = await EditorScreen.open(page, server.url, items[0]?.id ?? '');
      await expectAccessible(page, 'editor, nothing selected');
      await expectAccessible(await screen.frame(), 'the canvas');
      await screen.click({ on: 'h1' });
      await expect(screen.panel.getByRole('tab', { name: 'Style' })).toBeVisible();
      await expectAccessible(page, 'editor, a node selected');
      await screen.panel.getByRole('tab', { name: 'Style' }).click();
      await expectAccessible(page, 'editor, its style');
      await page.getByRole('tab', { name: 'Layers' }).click();
      await expect(page.getByRole('treeitem').first()).toBeVisible();
      await expectAccessible(page, 'editor, layers');
      await inDialog(page, 'Save version', 'save version');
      await inDialog(page, 'History', 'history');
      await inDialog(page, 'Publish', 'publish');
      await page.getByRole('radio', { name: 'Preview' }).click();
      await expectAccessible(page, 'preview');
    });

    test('published pages are accessible', async ({ page, server, api }) => {
      const { items } = await api.call<Listed>('GET', '/pages?sort=createdAt&limit=3');
      const environments = await api.call<{ items: { id: string; kind: string }[] }>('GET', '/environments');
      const production = environments.items.find(({ kind }) => kind === 'production')?.id;
      for (const { id, slug } of items) {
        await api.call('POST', `/pages/${id}/publish`, { environmentId: production });
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(`${server.sitesUrl}/${slug}`);
          await expectAccessible(page, `${slug} at ${width}`);
        }
      }
      await page.goto(`${server.sitesUrl}/no-such-page`);
      await expectAccessible(page, 'a missing page');
    });
  });
}

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { EditorScreen } from '../screens/editor-screen.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

// Whether there is a draft of the design tokens is asked, and the browser reports the answer "no" as an error.
test.use({ provokedErrors: [/status of 404 .*\/design-tokens\/draft\)$/] });

const folder = fileURLToPath(new URL('../artefacts/screens', import.meta.url));

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 1024, 390]) {
    test.describe(`${colorScheme} at ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test('every screen fits and is pictured', async ({ page, context, server, api }) => {
        mkdirSync(folder, { recursive: true });
        const { items } = await api.call<{ items: { id: string; name: string }[] }>('GET', '/pages?search=clinic');
        const take = async (name: string): Promise<void> => {
          await untilPicturesAreThere(page);
          await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
          expect.soft(await widthOf(page), `${name} scrolls sideways`).toBeLessThanOrEqual(width);
        };
        await page.goto(`${server.url}/page-builder/sign-in`);
        await expect(page.getByLabel('E-mail')).toBeVisible();
        await take('sign-in');
        await signInContext(context, server);
        await page.goto(`${server.url}/page-builder`);
        await expect(page.getByRole('list', { name: 'Pages' }).getByRole('listitem').nth(2)).toBeVisible();
        await expect(page.locator('li iframe').nth(2)).toBeAttached();
        await take('dashboard');
        await page.getByRole('tab', { name: 'Component library' }).click();
        await take('components');
        await page.getByRole('tab', { name: 'Templates' }).click();
        await expect(page.locator('li iframe').nth(1)).toBeAttached();
        await take('templates');
        await page.goto(`${server.url}/page-builder/design`);
        await page.getByRole('button', { name: /^Success/ }).first().click();
        if (width > 1000) await expect(page.locator('iframe[title^="Preview of"]')).toBeVisible();
        await take('design');
        await page.getByRole('tab', { name: 'Shadows' }).click();
        await page.getByRole('button', { name: /^Medium/ }).click();
        await take('design-shadows');
        if (width <= 1000) {
          await page.getByRole('radio', { name: 'Preview', exact: true }).click();
          await expect(page.locator('iframe[title^="Preview of"]')).toBeVisible();
          await take('design-preview');
        }
        await page.goto(`${server.url}/page-builder/releases`);
        await expect(page.getByText(/pages? live/).first()).toBeVisible();
        await take('releases');
        await page.getByRole('button', { name: 'Publish…' }).click();
        await expect(page.getByRole('list', { name: 'Pages', exact: true })).toBeVisible();
        await take('publish-pages');
        await page.keyboard.press('Escape');
        await page.getByRole('list', { name: 'Releases' }).getByRole('link').first().click();
        await expect(page.getByRole('list', { name: 'Log' })).toBeVisible();
        await take('release');
        await page.goto(`${server.url}/page-builder/settings/environments`);
        await expect(page.getByRole('list', { name: 'Environments' })).toBeVisible();
        await take('environments');
        await page.getByRole('button', { name: 'Edit Production' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await take('environment');
        await page.keyboard.press('Escape');
        await page.goto(`${server.url}/page-builder/settings/webhooks`);
        await page.getByRole('button', { name: 'New webhook' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await take('webhook');
        await page.keyboard.press('Escape');
        for (const section of ['people', 'teams', 'audit-log', 'profile', 'password', 'api-tokens']) {
          await page.goto(`${server.url}/page-builder/settings/${section}`);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expect(page.locator('[aria-label^="Loading"]')).toHaveCount(0);
          await take(`settings-${section}`);
        }
        await page.goto(`${server.url}/page-builder/new`);
        await expect(page.getByRole('radio').nth(3)).toBeAttached();
        await take('new-page');
        await page.goto(`${server.url}/api/docs`);
        await page.locator('.opblock-summary-control').first().click();
        await expect(page.getByRole('button', { name: 'Execute' })).toBeVisible();
        await take('api-docs');
        const screen = await EditorScreen.open(page, server.url, items[0]?.id ?? '');
        await screen.click({ on: '.pw-hero__title' });
        await screen.untilPainted();
        await take('editor');
        await page.getByRole('button', { name: 'Publish', exact: true }).click();
        await expect(page.getByRole('button', { name: 'Publish to Production' })).toBeVisible();
        await take('publish');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Share', exact: true }).click();
        await expect(page.getByRole('region', { name: 'People with access' })).toBeVisible();
        await take('share');
        await page.keyboard.press('Escape');
        // A phone's bar has no room for it.
        if (width > 640) {
          await page.getByRole('button', { name: 'Save as template', exact: true }).click();
          await expect(page.getByRole('dialog', { name: 'Save as template' })).toBeVisible();
          await take('save-as-template');
          await page.keyboard.press('Escape');
        }
        await page.getByRole('button', { name: 'History', exact: true }).click();
        await expect(page.getByRole('dialog').locator('iframe')).toBeVisible();
        await take('history');
        await page.getByRole('dialog').getByRole('radio', { name: 'Compare' }).click();
        await expect(page.getByRole('dialog').locator('iframe')).toHaveCount(2);
        await take('compare');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /^Comments/ }).click();
        await expect(page.getByRole('textbox', { name: /^Comment on/ })).toBeVisible();
        await take('comments');
      });
    });
  }
}

async function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

async function untilPicturesAreThere(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate(() => Promise.all([document.fonts.ready, ...[...document.images].filter(({ loading }) => loading !== 'lazy').map((image) => image.decode().catch(() => undefined))])).catch(() => undefined);
}

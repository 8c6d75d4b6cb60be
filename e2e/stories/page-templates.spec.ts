import { expectAccessible } from '../browser/accessibility.ts';
import { auditPage } from '../browser/lighthouse.ts';
import type { Api } from '../server/api.ts';
import { expect, test } from '../server/pagewright-test.ts';

interface Listed {
  items: { id: string; kind?: string; name?: string }[];
}

// Makes a page of each of the program's templates and publishes it. Template → the page's path.
async function publishTemplates(api: Api): Promise<Map<string, string>> {
  const { items: environments } = await api.call<Listed>('GET', '/environments');
  const production = environments.find(({ kind }) => kind === 'production')?.id;
  const { items: templates } = await api.call<Listed>('GET', '/templates?limit=100');
  const paths = new Map<string, string>();
  for (const { id } of templates) {
    const page = await api.call<{ id: string; slug: string }>('POST', '/pages', { name: `Template ${id}`, templateId: id });
    await api.call('POST', `/pages/${page.id}/publish`, { environmentId: production });
    paths.set(id, `/${page.slug}`);
  }
  return paths;
}

let paths = new Map<string, string>();

test.beforeAll(async ({ api }) => {
  paths = await publishTemplates(api);
  expect(paths.size).toBeGreaterThanOrEqual(12);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every page template is accessible and fits the window', async ({ page, server }) => {
      test.slow();
      for (const [template, path] of paths) {
        for (const width of [1440, 768, 390]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(server.sitesUrl + path);
          const { scrollWidth, clientWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth }));
          expect.soft(scrollWidth, `${template} at ${width}`).toBeLessThanOrEqual(clientWidth);
          if (width !== 768) await expectAccessible(page, `${template}, ${colorScheme}, at ${width}`);
        }
      }
    });
  });
}

test('the menu of a phone opens and closes without a script', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(server.sitesUrl + (paths.get('landing') ?? ''));
  const menu = page.getByRole('navigation', { name: 'Menu' });
  await expect(menu).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(menu).toBeVisible();
  await expectAccessible(page, 'the open menu');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(menu.getByRole('link', { name: 'Prices' })).toBeVisible();
});

// How fast a page shows depends on how busy the machine is: that is measured by ./dev bench sites. What does not depend on it is held here.
for (const [template, device] of [['landing', 'phone'], ['report', 'desktop'], ['careers', 'phone']] as const) {
  test(`Lighthouse finds nothing wrong with the template “${template}” on a ${device}`, async ({ server, launchOptions }) => {
    const { scores, faults, layoutShift, bytes } = await auditPage(server.sitesUrl + (paths.get(template) ?? ''), device, launchOptions);
    for (const category of ['accessibility', 'best-practices', 'seo']) expect.soft(scores[category], faults[category]?.join('\n')).toBe(100);
    expect(layoutShift).toBe(0);
    expect(bytes).toBeLessThan(100_000);
  });
}

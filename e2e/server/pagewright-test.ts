import { test as base, expect, type Page } from '@playwright/test';
import { Api } from './api.ts';
import { administrator, PagewrightServer } from './pagewright-server.ts';

/** Signs in through the form, as a person does, and arrives at the dashboard. */
export async function signIn(page: Page, server: PagewrightServer, credentials = administrator): Promise<void> {
  await page.goto(`${server.url}/page-builder`);
  await page.getByLabel('E-mail').fill(credentials.email);
  await page.getByLabel('Password', { exact: true }).fill(credentials.password);
  await page.locator('button[type="submit"]').click();
  await expect(page.getByText('Create Page').first()).toBeVisible();
}

interface TestFixtures {
  /** A browser page that is signed in and shows the dashboard. */
  dashboard: Page;
  api: Api;
}

/** Playwright's test with one server for the stories of a file, and a signed-in page and API client for each of them. */
export const test = base.extend<TestFixtures, { server: PagewrightServer }>({
  server: [
    async ({}, use) => {
      const server = await PagewrightServer.start();
      await use(server);
      await server.remove();
    },
    { scope: 'worker' },
  ],
  dashboard: async ({ page, server }, use) => {
    await signIn(page, server);
    await use(page);
  },
  api: async ({ server }, use) => {
    await use(await Api.signIn(server.url));
  },
});

export { expect };

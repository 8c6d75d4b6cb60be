import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
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

/** The tour greets whoever opens the editor for the first time. It is a story of its own, and in the way of all others. */
async function skipTour(context: BrowserContext, server: PagewrightServer): Promise<void> {
  const { cookies } = await context.storageState();
  await context.setStorageState({ cookies, origins: [{ origin: server.url, localStorage: [{ name: 'pagewright.seen-tour', value: 'yes' }] }] });
}

/** Gives a context the session's cookie without the form, for stories that are about something else. */
export async function signInContext(context: BrowserContext, server: PagewrightServer, credentials = administrator): Promise<void> {
  const response = await context.request.post(`${server.url}/api/v1/auth/login`, { data: credentials });
  expect(response.status()).toBe(200);
  await skipTour(context, server);
}

/** What a browser said was wrong: errors of the console, uncaught exceptions and violations of the content security policy. */
export function listenForErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => errors.push(String(error.error().stack ?? error.error())));
  return errors;
}

// Whether somebody is signed in is the editor's first question, and the browser reports the answer "no" as an error.
const signedOut = /status of 401 .*\/auth\/refresh\)$/;
// Browsers ask every site for one; a page that names none has none.
const noIcon = /status of 404 .*\/favicon.ico\)$/;

interface TestFixtures {
  /** Errors that a story provokes. Any other that the browser reports fails the story. */
  provokedErrors: RegExp[];
  /** Whether the editor's tour may greet. */
  isNewcomer: boolean;
  watchedErrors: undefined;
  /** A browser page that is signed in and shows the dashboard. */
  dashboard: Page;
}

interface WorkerFixtures {
  server: PagewrightServer;
  /** Signed in as the administrator. */
  api: Api;
}

/** Playwright's test with one server for all stories of a worker, and a signed-in page and API client for each of them. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await PagewrightServer.start();
      await use(server);
      await server.remove();
    },
    { scope: 'worker' },
  ],
  api: [
    async ({ server }, use) => {
      await use(await Api.signIn(server.url));
    },
    { scope: 'worker' },
  ],
  provokedErrors: [[], { option: true }],
  isNewcomer: [false, { option: true }],
  watchedErrors: [
    async ({ context, provokedErrors }, use) => {
      const errors = listenForErrors(context);
      await use(undefined);
      expect(errors.filter((error) => ![signedOut, noIcon, ...provokedErrors].some((provoked) => provoked.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
  dashboard: async ({ page, context, server, isNewcomer }, use) => {
    if (!isNewcomer) await skipTour(context, server);
    await signIn(page, server);
    await use(page);
  },
});

export { expect };

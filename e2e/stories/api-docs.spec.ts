import type { Locator, Page } from '@playwright/test';
import { administrator } from '../server/pagewright-server.ts';
import { expect, signIn, signInContext, test } from '../server/pagewright-test.ts';

interface Document {
  paths: Record<string, Record<string, { operationId: string }>>;
}

/** Scrolls until the page, which draws only what is in sight, has drawn this. */
async function reach(page: Page, place: Locator): Promise<Locator> {
  await page.locator('.opblock').first().waitFor();
  for (let height = 0; (await place.count()) === 0 && height < 100; height++) await page.mouse.wheel(0, 600);
  return place;
}

/** Sends an operation as it is filled in; resolves with what the server answered. */
async function send(page: Page, operation: string): Promise<Locator> {
  const block = await reach(page, page.locator(`#operations-${operation}`));
  await block.locator('.opblock-summary-control').click();
  await block.getByRole('button', { name: 'Execute' }).click();
  return block.locator('.live-responses-table .response').first();
}

/** All that the page asks of anybody but its server. */
function listenForStrangers(page: Page, serverUrl: string): string[] {
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${serverUrl}/`) && !request.url().startsWith('data:')) strangers.push(request.url());
  });
  return strangers;
}

test('the API’s page lists every operation, and sends one as whoever is signed in', async ({ page, context, server }) => {
  const strangers = listenForStrangers(page, server.url);
  await signInContext(context, server);
  await page.goto(`${server.url}/api/docs`);
  await expect(page.getByRole('status')).toHaveText(/^Requests are sent as .+ \(admin\)$/);

  const { paths } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Document;
  const described = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
  // Only those in sight are drawn.
  const listed = new Set<string>();
  await page.locator('.opblock').first().waitFor();
  await expect(async () => {
    for (const id of await page.locator('.opblock').evaluateAll((blocks) => blocks.map((block) => block.id.slice(block.id.lastIndexOf('-') + 1)))) listed.add(id);
    await page.mouse.wheel(0, 500);
    expect([...listed].sort()).toEqual(described.sort());
  }).toPass({ intervals: [50], timeout: 30_000 });
  await page.evaluate(() => scrollTo(0, 0));

  const answer = await send(page, 'Pages-listPages');
  await expect(answer.locator('.response-col_status')).toContainText('200');
  await expect(answer).toContainText('Brookfield School Clinic');
  expect(strangers).toEqual([]);
});

test.describe('with a token that is none', () => {
  test.use({ provokedErrors: [/status of 401 .*\/auth\/me\)$/] });

  test('what is pasted is sent in place of the session’s', async ({ page, context, server }) => {
    await signInContext(context, server);
    await page.goto(`${server.url}/api/docs`);
    await expect(page.getByRole('status')).toHaveText(/^Requests are sent as/);
    await page.getByRole('button', { name: 'Authorize' }).click();
    const dialog = page.locator('.modal-ux');
    await dialog.getByRole('button', { name: 'Remove authorization' }).click();
    await dialog.getByRole('textbox').fill('not-a-token');
    await dialog.getByRole('button', { name: 'Apply credentials' }).click();
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    const answer = await send(page, 'Authentication-getMe');
    await expect(answer.locator('.response-col_status')).toContainText('401');
  });
});

test('whoever signs in beside the API’s page is signed in there too', async ({ page, context, server }) => {
  await page.goto(`${server.url}/api/docs`);
  const notice = page.getByRole('status');
  await expect(notice).toHaveText('Not signed in. Sign in');
  const [editor] = await Promise.all([context.waitForEvent('page'), notice.getByRole('link', { name: 'Sign in' }).click()]);
  await editor.getByLabel('E-mail').fill(administrator.email);
  await editor.getByLabel('Password', { exact: true }).fill(administrator.password);
  await editor.locator('button[type="submit"]').click();
  await expect(notice).toHaveText(/^Requests are sent as/);
  await expect((await send(page, 'Authentication-getMe')).locator('.response-col_status')).toContainText('200');
});

test('the account menu leads to it', async ({ page, context, server }) => {
  await signIn(page, server);
  await page.getByRole('button', { name: /^Account/ }).click();
  const [docs] = await Promise.all([context.waitForEvent('page'), page.getByRole('menuitem', { name: 'API documentation' }).click()]);
  await expect(docs).toHaveURL(`${server.url}/api/docs`);
  await expect(await reach(docs, docs.locator('#operations-tag-Pages'))).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the API’s page does not scroll sideways, with an answer neither', async ({ page, context, server }) => {
    await signInContext(context, server);
    await page.goto(`${server.url}/api/docs`);
    await expect(page.getByRole('status')).toHaveText(/^Requests are sent as/);
    await expect(await send(page, 'Pages-listPages')).toContainText('Brookfield School Clinic');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

import type { Browser, BrowserContext } from '@playwright/test';
import { EditorScreen } from '../screens/editor-screen.ts';
import { addMember } from '../server/add-member.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import type { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

async function contextOf(browser: Browser, server: PagewrightServer, credentials?: ReturnType<typeof addMember>): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await signInContext(context, server, credentials);
  return context;
}

test('a page is shared with a viewer, who edits until it is taken back', async ({ browser, server, api }) => {
  test.setTimeout(60_000);
  const page = await api.call<PageAnswer>('POST', '/pages', { name: 'Shared', structure: { components: [{ id: 'words', component: 'heading' }] } });
  const viewer = addMember(server, 'viewer', 'guest');
  const admin = await contextOf(browser, server);
  const guest = await contextOf(browser, server, viewer);
  const owners = await EditorScreen.open(await admin.newPage(), server.url, page.id);
  const guests = await EditorScreen.open(await guest.newPage(), server.url, page.id);
  const dialog = owners.page.getByRole('dialog', { name: 'Share “Shared”' });
  const viewOnly = guests.page.getByText('View only');

  await test.step('a viewer looks', async () => {
    await expect(viewOnly).toBeVisible();
    await expect(guests.button('Share')).toHaveCount(0);
  });

  await test.step('is given the right to edit, in the open page', async () => {
    await owners.button('Share').click();
    await dialog.getByRole('searchbox', { name: 'Add people and teams' }).fill('guest@');
    await dialog.getByRole('button', { name: 'Add guest' }).click();
    await expect(dialog.getByRole('combobox', { name: 'What guest may do' })).toHaveText('May edit');
    await expect(viewOnly).toHaveCount(0, { timeout: 20_000 });
    await guests.untilSaved();
    await guests.select({ on: '[data-node="words"]' }, 'Heading');
    await guests.panel.getByLabel('Text', { exact: true }).fill('By the guest');
    await guests.untilSaved();
    await expect(owners.canvas.locator('[data-node="words"]')).toHaveText('By the guest');
  });

  await test.step('the page is restricted, and the guest stays', async () => {
    await dialog.getByRole('combobox', { name: 'Who comes in' }).click();
    await owners.page.getByRole('option', { name: 'Only people with access' }).click();
    await expect(dialog.getByText('see that the page exists')).toBeVisible();
    await guests.untilSaved();
    await expect(viewOnly).toHaveCount(0);
  });

  await test.step('is taken out, and the page is gone for them', async () => {
    await dialog.getByRole('button', { name: 'Remove guest' }).click();
    await expect(guests.page.getByRole('dialog', { name: 'This page is gone' })).toBeVisible({ timeout: 20_000 });
    await guests.page.goto(`${server.url}/page-builder`);
    await expect(guests.page.getByRole('list', { name: 'Pages' })).toBeVisible();
    await expect(guests.page.getByRole('link', { name: 'Shared' })).toHaveCount(0);
  });

  await admin.close();
  await guest.close();
});

import { EditorScreen } from '../screens/editor-screen.ts';
import { addMember } from '../server/add-member.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signIn, signInContext, test } from '../server/pagewright-test.ts';

test('a viewer looks and changes nothing', async ({ page, context, server, api }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Look', structure: { components: [{ id: 'words', component: 'heading' }] } });
  await signInContext(context, server, addMember(server, 'viewer'));
  await page.goto(`${server.url}/page-builder`);
  await expect(page.getByRole('link', { name: 'Look' })).toBeVisible();
  await expect(page.getByText('Create Page')).toHaveCount(0);
  await page.getByRole('button', { name: 'More about Look' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Open']);

  const screen = await EditorScreen.open(page, server.url, created.id);
  await expect(screen.sidebarItem('hero')).toBeDisabled();
  await expect(screen.button('Undo')).toHaveCount(0);
  await expect(screen.button('Save version')).toHaveCount(0);
  await screen.select({ on: '[data-node="words"]' }, 'Heading');
  await expect(screen.panel.getByLabel('Text', { exact: true })).toBeDisabled();
  await page.keyboard.press('Delete');
  await expect(screen.canvas.locator('[data-node="words"]')).toBeVisible();
  await screen.button('Publish').click();
  await expect(page.getByRole('dialog', { name: 'Publishing is for administrators' })).toBeVisible();
});

test('an editor creates, and leaves publishing to administrators', async ({ page, server }) => {
  await signIn(page, server, addMember(server, 'editor'));
  await page.getByText('Create Page').first().click();
  await page.fill('input[name="name"]', 'By an editor');
  await page.click('button[type="submit"]');
  const screen = new EditorScreen(page);
  await screen.untilOpen();
  await screen.dragIn('heading', { on: 'main' });
  await screen.untilSaved();
  await screen.button('Publish').click();
  await expect(page.getByRole('dialog', { name: 'Publishing is for administrators' })).toBeVisible();
});

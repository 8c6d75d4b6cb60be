import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const heading = (id: string, text: string) => ({ id, component: 'heading', props: { text, level: 'h2' } });

test('a page becomes a template that others find', async ({ page, context, server, api }) => {
  const made = await api.call<PageAnswer>('POST', '/pages', { name: 'Lantern walk', structure: { components: [heading('a', 'Lantern walk')] } });
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, made.id);
  await screen.button('Save as template').click();
  const dialog = page.getByRole('dialog', { name: 'Save as template' });
  await dialog.getByLabel('Category').fill('Events');
  await dialog.getByLabel('Tags').fill('lantern, Autumn');
  await expectAccessible(page, 'saving a template');
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(dialog).toHaveCount(0);

  await page.goto(`${server.url}/page-builder?tab=templates`);
  const gallery = page.getByRole('region', { name: 'Templates' });
  await gallery.getByRole('searchbox', { name: 'Search templates' }).fill('lantern walk');
  await expect(gallery.getByRole('heading', { name: 'Lantern walk' })).toBeVisible();
  await expect(gallery.getByText('1 template', { exact: true })).toBeVisible();
  await expect(gallery.getByText('Not used yet')).toBeVisible();
  await gallery.getByRole('button', { name: 'Show templates tagged lantern' }).click();
  await expect(page).toHaveURL(/tag=lantern/);
  await expectAccessible(page, 'the templates');
  await gallery.getByRole('link', { name: 'Lantern walk' }).click();
  await page.getByLabel('Name').fill('Autumn fair');
  await page.getByRole('button', { name: 'Create page' }).click();
  await expect(screen.canvas.locator('[data-node]')).toHaveText(['Lantern walk']);
});

import { expectAccessible } from '../browser/accessibility.ts';
import { addMember } from '../server/add-member.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

// What the server refuses, the browser reports as an error, as it does what a visitor may not see.
test.use({ provokedErrors: [/status of 422 .*\/environments\)$/] });

test('an environment is made, given a password, visited, and deleted with what it shows', async ({ dashboard: page, context, api }, testInfo) => {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('host names');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Environments' })).toBeVisible();
  const rows = page.getByRole('list', { name: 'Environments' }).getByRole('listitem');
  await expect(rows.first()).toContainText('Production');
  await expect(rows.first().getByRole('button', { name: /Delete/ })).toHaveCount(0);
  await expectAccessible(page, 'the environments');
  await page.screenshot({ path: testInfo.outputPath('environments-1440.png') });

  await page.getByRole('button', { name: 'New environment' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New environment' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Greenhouse');
  await dialog.getByRole('button', { name: 'Add a host name' }).press('Enter');
  await page.keyboard.type('https://greenhouse.example');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/Must be a host name alone/)).toBeVisible();
  await expectAccessible(page, 'a host name that is none');
  await page.screenshot({ path: testInfo.outputPath('environment-fault-1440.png') });
  await dialog.getByRole('button', { name: 'Remove host name 1' }).press('Enter');
  await dialog.getByRole('button', { name: 'Create environment' }).press('Enter');
  const greenhouse = rows.filter({ hasText: 'Greenhouse' });
  await expect(greenhouse).toContainText('Everyone');

  const { items } = await api.call<{ items: { id: string; name: string; baseUrl: string }[] }>('GET', '/environments');
  const { id: environmentId, baseUrl } = items.find(({ name }) => name === 'Greenhouse') ?? { id: '', baseUrl: '' };
  const structure = { components: [{ id: 'h1', component: 'heading', props: { text: 'Tomatoes are ripe' } }] };
  const { id } = await api.call<PageAnswer>('POST', '/pages', { name: 'Tomatoes', structure });
  await api.call('POST', `/pages/${id}/publish`, { environmentId });
  await greenhouse.getByRole('button', { name: 'Edit Greenhouse' }).press('Enter');
  const editing = page.getByRole('dialog', { name: 'Edit Greenhouse' });
  await editing.getByRole('combobox', { name: 'Who may see it' }).click();
  await page.getByRole('option', { name: 'Whoever knows the password' }).click();
  await editing.getByLabel('Password', { exact: true }).fill('seven green apples');
  await expectAccessible(page, 'an environment with a password');
  await page.screenshot({ path: testInfo.outputPath('environment-password-1440.png') });
  await editing.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(greenhouse).toContainText('Whoever knows the password');
  expect((await page.request.get(`${baseUrl}/tomatoes`)).status()).toBe(403);

  const opening = context.waitForEvent('page');
  await greenhouse.getByRole('button', { name: 'Open Greenhouse' }).press('Enter');
  const site = await opening;
  await expect(site.getByRole('heading', { name: 'Tomatoes are ripe' })).toBeVisible();
  await site.close();

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the environments, narrow and dark');
  await page.screenshot({ path: testInfo.outputPath('environments-390-dark.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await greenhouse.getByRole('button', { name: 'Edit Greenhouse' }).click();
  await page.screenshot({ path: testInfo.outputPath('environment-390.png') });
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });

  await greenhouse.getByRole('button', { name: 'Delete Greenhouse' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete Greenhouse?' });
  await expect(question).toContainText('1 page that visitors see');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page, 'the question whether to delete it');
  await question.getByRole('button', { name: 'Delete environment' }).press('Enter');
  await expect(greenhouse).toHaveCount(0);
  expect((await page.request.get(`${baseUrl}/tomatoes`)).status()).toBe(404);
});

test('previews of branches are listed, opened by members, and closed', async ({ page, context, server, api }, testInfo) => {
  const { id } = await api.call<PageAnswer>('POST', '/pages', { name: 'Seedlings', structure: { components: [{ id: 'h1', component: 'heading', props: { text: 'Seedlings' } }] } });
  await api.call('POST', `/pages/${id}/branches`, { name: 'spring' });
  await api.call('PUT', `/pages/${id}/branches/spring/preview`, {});
  await signInContext(context, server, addMember(server, 'editor', 'preview-keeper'));
  await page.goto(`${server.url}/page-builder/settings/environments`);
  const row = page.getByRole('list', { name: 'Previews of branches' }).getByRole('listitem').filter({ hasText: 'Seedlings' });
  await expect(row).toContainText(/spring.*Until/);
  await expect(page.getByRole('button', { name: /^(New|Edit|Delete)/ })).toHaveCount(0);
  await expectAccessible(page, 'the environments of an editor');
  await page.screenshot({ path: testInfo.outputPath('previews-1440.png') });
  const opening = context.waitForEvent('page');
  await row.getByRole('button', { name: /^Open/ }).press('Enter');
  const site = await opening;
  await expect(site.getByRole('heading', { name: 'Seedlings' })).toBeVisible();
  await site.close();
  await row.getByRole('button', { name: /^Close the preview/ }).press('Enter');
  await expect(row).toHaveCount(0);
});

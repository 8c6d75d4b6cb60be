import { expectAccessible } from '../browser/accessibility.ts';
import { addMember } from '../server/add-member.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

test('deleted pages are found, brought back, and deleted for good', async ({ dashboard: page, api }, testInfo) => {
  // Words that no other page of a run has.
  for (const name of ['Zinnia fair', 'Zinnia menu', 'Zinnia prices']) {
    const { id } = await api.call<PageAnswer>('POST', '/pages', { name });
    await api.request('DELETE', `/pages/${id}`);
  }
  await page.getByRole('tab', { name: 'Trash' }).click();
  await page.getByRole('searchbox', { name: 'Search the trash' }).fill('zinnia');
  const rows = page.getByRole('list', { name: 'Deleted pages' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText(/Zinnia prices.*Deleted just now by .+/);
  await expectAccessible(page, 'the trash');
  await page.screenshot({ path: testInfo.outputPath('trash-1440.png') });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(page.getByRole('tab', { name: 'Trash' })).toBeInViewport({ ratio: 0.95 });
  await page.screenshot({ path: testInfo.outputPath('trash-390.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the trash, narrow and dark');
  await page.screenshot({ path: testInfo.outputPath('trash-390-dark.png') });
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('button', { name: 'Restore Zinnia fair' }).press('Enter');
  await expect(rows).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Choose all shown' }).press('Space');
  await page.getByRole('button', { name: 'Delete chosen for good…' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete 2 pages for good?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page, 'the question');
  await question.getByRole('button', { name: 'Delete for good' }).press('Enter');
  await expect(page.getByText('No deleted page matches')).toBeVisible();

  await page.getByRole('tab', { name: 'Pages' }).click();
  await page.getByRole('searchbox', { name: 'Search pages' }).fill('zinnia');
  await expect(page.getByRole('list', { name: 'Pages' }).getByRole('listitem')).toHaveCount(1);
  const { total } = await api.call<{ total: number }>('GET', '/pages?trash=true&search=zinnia');
  expect(total).toBe(0);
});

test('an editor sees the trash, which the palette leads to, and changes nothing', async ({ page, context, server, api }) => {
  const { id } = await api.call<PageAnswer>('POST', '/pages', { name: 'Winter fair' });
  await api.request('DELETE', `/pages/${id}`);
  await signInContext(context, server, addMember(server, 'editor', 'trash-reader'));
  await page.goto(`${server.url}/page-builder`);
  await expect(page.getByRole('tab', { name: 'Trash' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('trash');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Winter fair')).toBeVisible();
  await expect(page.getByRole('button', { name: /Restore/ })).toHaveCount(0);
  await expectAccessible(page, 'the trash of an editor');
});

const structure = {
  components: [
    {
      id: 'visit',
      component: 'form',
      props: { title: 'Come and see us' },
      children: {
        content: [
          { id: 'name', component: 'input', props: { label: 'Your name', name: 'name', required: true } },
          { id: 'message', component: 'textarea', props: { label: 'Message', name: 'message' } },
          { id: 'send', component: 'button', props: { label: 'Send', kind: 'submit' } },
        ],
      },
    },
  ],
};

test('what visitors sent is read by form, downloaded and deleted', async ({ dashboard: page, api }, testInfo) => {
  const { id } = await api.call<PageAnswer>('POST', '/pages', { name: 'Open day', structure });
  const { items: environments } = await api.call<{ items: { id: string }[] }>('GET', '/environments');
  const { url } = await api.call<{ url: string }>('POST', `/pages/${id}/publish`, { environmentId: environments[0]?.id });
  for (const name of ['Ada Löwe', 'Grace Berg']) {
    const answer = await page.request.post(`${url}?form=visit`, { form: { name, message: 'When are you open?\nOn Mondays too?' }, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
  }

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('form answers');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Form' }).click();
  await page.getByRole('option', { name: 'Come and see us on Open day (2)' }).click();
  const rows = page.getByRole('list', { name: 'Answers' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Grace Berg, When are you open? On Mondays too?');
  await expectAccessible(page, 'the answers');
  await page.screenshot({ path: testInfo.outputPath('answers-1440.png') });

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the answers, narrow and dark');
  await page.screenshot({ path: testInfo.outputPath('answers-390-dark.png') });
  await page.emulateMedia({ colorScheme: 'light' });

  await rows.first().getByRole('button').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Come and see us' });
  await expect(dialog.getByText('Grace Berg')).toBeVisible();
  await expectAccessible(page, 'one answer');
  await page.screenshot({ path: testInfo.outputPath('answer-390.png') });
  await dialog.getByRole('button', { name: 'Delete…' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete this answer?' });
  await question.getByRole('button', { name: 'Delete answer' }).press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Ada Löwe');
});

test('a viewer has no way to what visitors sent', async ({ page, context, server }) => {
  await signInContext(context, server, addMember(server, 'viewer', 'answers-viewer'));
  await page.goto(`${server.url}/page-builder/?tab=forms`);
  await expect(page.getByRole('tab', { name: 'Pages', selected: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Form answers' })).toHaveCount(0);
});

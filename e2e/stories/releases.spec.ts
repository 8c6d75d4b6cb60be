import type { Page } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import { addMember } from '../server/add-member.ts';
import type { Api, Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const content = (text: string) => ({ structure: { components: [{ id: 'h1', component: 'heading', props: { text } }] } });

interface Place {
  id: string;
  name: string;
  baseUrl: string;
}

/** An environment that no other story publishes to, with two pages that it shows. */
async function makePlace(api: Api, name: string): Promise<Place & { pageIds: string[] }> {
  const place = await api.call<Place>('POST', '/environments', { name });
  const pageIds: string[] = [];
  for (const page of ['tides', 'prices']) pageIds.push((await api.call<PageAnswer>('POST', '/pages', { name: `${name} ${page}`, ...content(`First ${page}`) })).id);
  await api.call('POST', '/releases', { environmentId: place.id, pageIds, message: 'The first of all' });
  return { ...place, pageIds };
}

async function fits(page: Page, what: string): Promise<void> {
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${what} scrolls sideways`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test('what is out of date is published, gone back from, and brought to another environment', async ({ dashboard: page, api }, testInfo) => {
  const place = await makePlace(api, 'Harbour');
  const [tides = ''] = place.pageIds;
  const address = `${place.baseUrl}/harbour-tides`;
  await api.call('PUT', `/pages/${tides}`, content('Second tides'));

  await page.getByRole('link', { name: 'Published' }).click();
  const card = page.getByRole('navigation', { name: 'Environments' }).getByRole('link', { name: /^Harbour/ });
  await expect(card).toContainText('2 pages live');
  await expect(card).toContainText('1 out of date');
  await card.press('Enter');
  const rows = page.getByRole('list', { name: 'Releases' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(/The first of all.*Live.*2 pages/);
  await expectAccessible(page, 'what is published');
  await page.screenshot({ path: testInfo.outputPath('published-1440.png') });
  await page.getByRole('tab', { name: 'Live pages (2)' }).press('Enter');
  await expect(page.getByRole('list', { name: 'What visitors see' }).getByRole('listitem')).toHaveText([/Harbour prices/, /Harbour tides.*Changed since/]);
  await expectAccessible(page, 'the live pages');
  await page.screenshot({ path: testInfo.outputPath('live-pages-1440.png') });

  await page.getByRole('button', { name: 'Publish…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Publish to Harbour' });
  await expect(dialog.getByRole('list', { name: 'Pages that changed' }).getByRole('listitem')).toHaveText([/Harbour tides/]);
  await dialog.getByRole('textbox', { name: /Why/ }).fill('Spring tides');
  await expectAccessible(page, 'the question what to publish');
  await page.screenshot({ path: testInfo.outputPath('publish-1440.png') });
  await dialog.getByRole('button', { name: 'Publish to Harbour' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Spring tides' })).toBeVisible();
  await expect(page.getByText('Visitors get all of its pages as they were released.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expectAccessible(page, 'one release');
  await page.screenshot({ path: testInfo.outputPath('release-1440.png') });
  expect(await (await page.request.get(address)).text()).toContain('Second tides');

  await page.getByRole('link', { name: 'Published' }).last().click();
  await page.getByRole('button', { name: 'Go back to “The first of all”…' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Go back to “The first of all”?' });
  await expect(question.getByRole('list', { name: 'What changes for visitors' }).getByRole('listitem')).toHaveText([/Harbour tides.*version/]);
  await expectAccessible(page, 'the question whether to go back');
  await page.screenshot({ path: testInfo.outputPath('go-back-1440.png') });
  await question.getByRole('button', { name: 'Go back in Harbour' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Went back to an earlier release' })).toBeVisible();
  expect(await (await page.request.get(address)).text()).toContain('First tides');
  await page.getByRole('link', { name: 'Published' }).last().click();
  await expect(rows.nth(1)).toContainText(/Spring tides.*Rolled back/);

  await page.getByRole('link', { name: 'Spring tides' }).press('Enter');
  await page.getByRole('button', { name: 'Bring to another environment…' }).press('Enter');
  const bringing = page.getByRole('dialog', { name: /^Bring “Spring tides”/ });
  await bringing.getByRole('combobox', { name: 'Environment' }).click();
  await page.getByRole('option', { name: 'Staging' }).click();
  await expect(bringing.getByRole('list', { name: 'What changes for visitors' })).toContainText('Harbour tides');
  await expectAccessible(page, 'the question where to bring it');
  await bringing.getByRole('button', { name: 'Show them in Staging' }).press('Enter');
  await expect(page.getByText(/Brought from another environment in Staging/)).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await fits(page, 'one release');
  await page.screenshot({ path: testInfo.outputPath('release-390.png') });
  await page.getByRole('link', { name: 'Published' }).last().click();
  await card.click();
  await expect(rows).toHaveCount(3);
  await fits(page, 'what is published');
  await page.screenshot({ path: testInfo.outputPath('published-390.png'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'what is published, narrow and dark');
  await page.screenshot({ path: testInfo.outputPath('published-390-dark.png') });
});

test('a release waits for its time, can be cancelled until then, and comes about by itself', async ({ dashboard: page, api }, testInfo) => {
  const place = await makePlace(api, 'Quay');
  const [tides = ''] = place.pageIds;
  await page.goto(`${new URL(page.url()).origin}/page-builder/releases?environment=${place.id}`);
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish to Quay' });
  await dialog.getByRole('searchbox').fill('quay');
  await dialog.getByRole('checkbox', { name: /Quay prices/ }).press('Space');
  await dialog.getByRole('radio', { name: 'Later' }).click();
  await dialog.getByLabel('Date and time').fill(`${String(new Date().getFullYear() + 1)}-01-01T08:00`);
  await dialog.getByRole('textbox', { name: /Why/ }).fill('New year');
  await expectAccessible(page, 'choosing pages and a time');
  await page.screenshot({ path: testInfo.outputPath('schedule-1440.png') });
  await dialog.getByRole('button', { name: 'Schedule' }).press('Enter');
  const coming = page.getByRole('region', { name: 'Coming up' });
  await expect(coming.getByRole('listitem')).toContainText(/New year.*Quay prices.*Jan 1/);
  await expectAccessible(page, 'what comes up');
  await page.screenshot({ path: testInfo.outputPath('coming-up-1440.png') });
  await coming.getByRole('button', { name: 'Cancel “New year”…' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Cancel “New year”?' });
  await expect(question.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await question.getByRole('button', { name: 'Cancel the release' }).press('Enter');
  await expect(coming).toHaveCount(0);

  await api.call('PUT', `/pages/${tides}`, content('Tides of tomorrow'));
  await api.call('POST', '/releases', { environmentId: place.id, message: 'By itself', publishAt: new Date(Date.now() + 4000).toISOString() });
  await page.reload();
  await expect(coming.getByRole('listitem')).toContainText(/By itself.*All that was changed by then/);
  const rows = page.getByRole('list', { name: 'Releases' }).getByRole('listitem');
  await expect(rows.first()).toContainText(/By itself.*Live/, { timeout: 30_000 });
  await expect(coming).toHaveCount(0);
});

test('a page is scheduled in the editor, which leads to where that can be cancelled', async ({ page, context, server, api }, testInfo) => {
  const { id } = await api.call<PageAnswer>('POST', '/pages', { name: 'Regatta', ...content('Regatta') });
  await signInContext(context, server);
  await EditorScreen.open(page, server.url, id);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish “Regatta”' });
  await dialog.getByRole('radio', { name: 'Later' }).click();
  await dialog.getByRole('textbox', { name: /Why/ }).fill('The day of the regatta');
  await expectAccessible(page, 'publishing later');
  await page.screenshot({ path: testInfo.outputPath('publish-later-1440.png') });
  await dialog.getByRole('button', { name: 'Schedule' }).press('Enter');
  await page.getByRole('dialog', { name: 'Scheduled' }).getByRole('link').press('Enter');
  await expect(page.getByRole('region', { name: 'Coming up' }).getByRole('listitem')).toContainText(/The day of the regatta.*Regatta/);
  await page.getByRole('button', { name: 'Cancel “The day of the regatta”…' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the release' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Coming up' })).toHaveCount(0);
});

test('whoever may not publish sees what is published, and changes nothing', async ({ page, context, server, api }) => {
  await makePlace(api, 'Pier');
  await signInContext(context, server, addMember(server, 'editor', 'release-reader'));
  await page.goto(`${server.url}/page-builder`);
  await expect(page.getByRole('tab', { name: 'Trash' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('roll back');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Environments' }).getByRole('link', { name: /^Pier/ }).click();
  await expect(page.getByText('The first of all')).toBeVisible();
  await expect(page.getByRole('button', { name: /Publish|Go back/ })).toHaveCount(0);
  await expectAccessible(page, 'what is published, for an editor');
});

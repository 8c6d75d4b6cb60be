import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

interface Settings extends Omit<PageAnswer, 'metadata' | 'layout'> {
  name: string;
  slug: string;
  metadata: Record<string, unknown>;
  layout: Record<string, unknown>;
}

// The address that is asked for is taken: the browser reports the answer.
test.use({ provokedErrors: [/status of 409/] });

test('a page is named, addressed, described, and becomes the home page', async ({ page, context, server, api }) => {
  await api.call('POST', '/pages', { name: 'Summer school' });
  const old = await api.call<Settings>('POST', '/pages', { name: 'Old front door', metadata: { home: true, note: 'kept' } });
  const created = await api.call<Settings>('POST', '/pages', { name: 'Front door', structure: { components: [{ id: 'words', component: 'heading', props: { text: 'Hello' } }] } });
  const stored = (id = created.id): Promise<Settings> => api.call<Settings>('GET', `/pages/${id}`);
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, created.id);
  const { panel } = screen;
  await expect(panel.getByRole('heading', { name: 'Page settings' })).toBeVisible();
  await expectAccessible(page, 'page settings');

  await test.step('an address is checked while it is typed', async () => {
    const address = panel.getByLabel('Address', { exact: true });
    await address.fill('Summer School');
    await expect(panel.getByText('Only lower-case letters.')).toBeVisible();
    await panel.getByRole('button', { name: 'Use /summer-school' }).click();
    await expect(panel.getByText('“Summer school” has this address.')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Change address' })).toBeDisabled();
    await address.fill('welcome');
    await expect(panel.getByText('Free')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored()).slug).toBe('welcome');
    await expect(panel.getByRole('button', { name: 'Change address' })).toHaveCount(0);
  });

  await test.step('a name', async () => {
    await panel.getByLabel('Name', { exact: true }).fill('The front door');
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toHaveText('The front door');
    expect((await stored()).slug).toBe('welcome'); // chosen by hand: it stays
  });

  await test.step('what search engines show, counted', async () => {
    const preview = panel.getByRole('figure', { name: 'How search engines may show the page' });
    await expect(preview).toContainText('The front door');
    await panel.getByLabel('Title', { exact: true }).fill('T'.repeat(64));
    await expect(panel.getByText('64 of about 60 characters. Search engines cut the rest off.')).toBeVisible();
    await panel.getByLabel('Description', { exact: true }).fill('Open from nine to five.');
    await expect(preview).toContainText('Open from nine to five.');
    await screen.choose('Search engines', 'Should not list this page');
    await expect(panel.getByText('Search engines are asked to leave this page out.')).toBeVisible();
  });

  await test.step('a language, refused where it is none', async () => {
    await panel.getByLabel('Language', { exact: true }).fill('not a language');
    await expect(panel.getByText('Not a language’s code. Examples: en, de, pt-BR.')).toBeVisible();
    await panel.getByLabel('Language', { exact: true }).fill('German');
    await expect(panel.getByLabel('Language', { exact: true })).toHaveValue('de');
    await screen.untilSaved();
    await expect.poll(async () => (await stored()).layout.language).toBe('de');
  });

  await test.step('the home page moves from the one to the other', async () => {
    await expect(panel.getByText('At the moment “Old front door” is the home page.')).toBeVisible();
    await panel.getByRole('switch', { name: 'Use as home page' }).click();
    await expect.poll(async () => (await stored()).metadata).toEqual({ home: true });
    await expect.poll(async () => (await stored(old.id)).metadata).toEqual({ home: false, note: 'kept' });
  });

  await test.step('the document’s settings are steps of undo', async () => {
    await screen.button('Undo').click();
    await screen.untilSaved();
    await expect.poll(async () => (await stored()).layout.language).toBeUndefined();
    expect((await stored()).layout).toMatchObject({ description: 'Open from nine to five.', robots: 'noindex' });
  });
});

test('an empty page begins with a template, or a first section', async ({ page, context, server, api }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Nothing yet' });
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, created.id);
  const start = page.getByRole('region', { name: 'How do you want to begin?' });
  await expectAccessible(page, 'an empty page');
  await start.getByRole('button', { name: 'Contact page' }).click();
  await expect(start).toHaveCount(0);
  await expect(screen.canvas.locator('.pw-form')).toBeVisible();
  await screen.button('Undo').click();
  await expect(start).toBeVisible();
  await start.getByRole('button', { name: 'Hero', exact: true }).click();
  await expect(screen.canvas.locator('.pw-hero')).toBeVisible();
  await expect(start).toHaveCount(0);
  await screen.untilSaved();
});

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import { WorkshopScreen } from '../screens/workshop-screen.ts';
import { addMember } from '../server/add-member.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

// A version that somebody else has saved meanwhile: 422 of the dry run, 409 of saving.
test.use({ provokedErrors: [/status of 422 .*\/upgrade|status of 409/] });

const folder = fileURLToPath(new URL('../artefacts/screens', import.meta.url));

/** Pictures to look at: PAGEWRIGHT_SCREENS=1 takes them. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PAGEWRIGHT_SCREENS) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/workshop-${name}.png` });
}

test('a developer makes a component in the workshop, changes it, and brings the pages along', async ({ page, context, server, api }) => {
  test.slow();
  await signInContext(context, server);
  const workshop = new WorkshopScreen(page);
  const shown = await api.call<PageAnswer>('POST', '/pages', { name: 'Open day', structure: { components: [{ id: 'words', component: 'heading', props: { text: 'Words' } }] } });

  await test.step('it begins with a small example', async () => {
    await page.goto(`${server.url}/page-builder/?tab=components`);
    await page.getByRole('link', { name: 'New component' }).click();
    await page.getByLabel('Display name').fill('Invitation');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('invitation');
    await page.getByLabel('Name', { exact: true }).fill('card');
    await expect(page.getByText('There is a component “card” already.')).toBeVisible();
    await page.getByLabel('Name', { exact: true }).fill('invitation');
    await expectAccessible(page, 'the form of a new component');
    await picture(page, 'new');
    await page.getByRole('button', { name: 'Open the workshop' }).click();
    await workshop.untilOpen();
    await workshop.untilChecked();
    await expect(workshop.preview('Phone').locator('.pw-invitation__title')).toHaveText('Open day on Saturday');
    await expectAccessible(page, 'the workshop');
  });

  await test.step('an error appears at its line while it is typed, the preview stays, and both follow', async () => {
    await workshop.typeAfter('{{ title', ' | shout');
    const fault = workshop.problems.getByRole('button', { name: /shout/ });
    await expect(fault).toContainText('2:');
    await expect(page.locator('.squiggly-error')).toBeVisible();
    await expect(workshop.preview('Desktop').locator('.pw-invitation__title')).toHaveText('Open day on Saturday');
    await picture(page, 'error');
    await expectAccessible(page, 'the workshop with an error');
    await workshop.open('Style');
    await fault.click();
    await expect(page.getByRole('tab', { name: /^Template/ })).toHaveAttribute('aria-selected', 'true');
    await workshop.undoUntilChecked();
    await expect(page.locator('.squiggly-error')).toHaveCount(0);
    await workshop.typeAfter('{{ title', ' | upcase');
    await expect(workshop.preview('Desktop').locator('.pw-invitation__title')).toHaveText('OPEN DAY ON SATURDAY');
    await expect(workshop.preview('Tablet').locator('.pw-invitation__title')).toHaveText('OPEN DAY ON SATURDAY');
  });

  await test.step('what the server alone knows is said too', async () => {
    await workshop.open('Style');
    await workshop.replaceAll('.pw-invitation { color: red }\n.other { color: red }');
    await expect(workshop.problems.getByRole('button').first()).toContainText('2:');
    await page.locator('[data-code]').click({ position: { x: 200, y: 20 } });
    await workshop.undoUntilChecked();
  });

  await test.step('JSON that is none is an error of its line', async () => {
    await workshop.open('Sample');
    await workshop.replaceAll('{\n  "props": { "title": "Come" \n}');
    await expect(workshop.problems.getByRole('button').first()).toContainText('Sample');
    await workshop.replaceAll('{ "props": { "titel": "Come" } }');
    await expect(workshop.problems.getByRole('button').first()).toContainText('titel');
    await workshop.replaceAll('{ "props": { "title": "Come" } }');
    await workshop.untilChecked();
    await expect(workshop.preview('Phone').locator('.pw-invitation__title')).toHaveText('COME');
  });

  await test.step('a reload loses nothing', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await workshop.untilOpen();
    await expect(workshop.preview('Phone').locator('.pw-invitation__title')).toHaveText('COME');
  });

  await test.step('it is created and inserted into a page', async () => {
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expectAccessible(page, 'the dialog that creates', '[role="dialog"]');
    await page.getByRole('button', { name: 'Create component' }).click();
    await expect(page.locator('[data-draft="saved"]')).toBeAttached();
    await page.goto(`${server.url}/page-builder/?tab=components`);
    await expect(page.getByRole('link', { name: 'Invitation', exact: true })).toBeVisible();
    const screen = await EditorScreen.open(page, server.url, shown.id);
    await screen.dragIn('invitation', { on: '.pw-heading', y: 1 });
    await expect(screen.canvas.locator('.pw-invitation__title')).toHaveText('COME AND SEE US');
    await screen.untilSaved();
  });

  await test.step('a changed one is a new version, proposed by what has changed', async () => {
    await page.goto(`${server.url}/page-builder/components/invitation`);
    await workshop.untilOpen();
    await workshop.open('Schema');
    await workshop.typeAfter('"properties": {', ' "line": { "type": "string", "default": "" },');
    await workshop.open('Template');
    await workshop.typeAfter('{{ title | upcase }}', ' {{ line }}');
    await workshop.untilChecked();
    await page.keyboard.press('ControlOrMeta+s');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('The prop “line” is new.')).toBeVisible();
    await expect(dialog.getByRole('region', { name: 'Pages that change' })).toContainText('Open day');
    await picture(page, 'save');
    await expectAccessible(page, 'the dialog that saves', '[role="dialog"]');
    await dialog.getByRole('button', { name: 'Save version 1.1.0' }).click();
    await expect(page.locator('[data-draft="saved"]')).toBeAttached();
  });

  await test.step('the page is named as a use, and upgraded', async () => {
    await page.getByRole('button', { name: 'Usage' }).click();
    const dialog = page.getByRole('dialog', { name: 'Usage' });
    const row = dialog.getByRole('row', { name: /Open day/ });
    await expect(row).toContainText('1.0.0');
    await picture(page, 'usage');
    await expectAccessible(page, 'the usage', '[role="dialog"]');
    await dialog.getByRole('button', { name: 'Upgrade this page' }).click();
    await expect(row).toContainText('1.1.0');
    await expect(dialog.getByText('No page has an older version of it.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('versions are compared, and an older one can be taken up', async () => {
    await page.getByRole('button', { name: 'Versions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Versions' });
    await dialog.getByRole('button', { name: /^1\.0\.0/ }).click();
    await expect(dialog.locator('.monaco-diff-editor')).toBeVisible();
    await picture(page, 'versions');
    await dialog.getByRole('button', { name: 'Take these texts' }).click();
    await workshop.open('Template');
    await expect(page.locator('.view-lines').first()).not.toContainText('line');
    await page.getByRole('button', { name: 'More about this component' }).click();
    await page.getByRole('menuitem', { name: /Discard the changes/ }).click();
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
  });

  await test.step('what somebody else has saved meanwhile is not overwritten', async () => {
    await workshop.open('Template');
    await workshop.typeAfter('{{ line', ' | strip');
    await workshop.untilChecked();
    const { definition, template, style, sample } = await api.call<Record<string, object>>('GET', '/components/invitation');
    await api.call('POST', '/components/invitation/versions', { definition: { ...definition, version: '1.1.1' }, template, style, sample, base: '1.1.0' });
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByRole('dialog').getByRole('button', { name: 'Save version 1.1.1' }).click();
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('1.1.1');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Somebody has saved version 1.1.1 meanwhile')).toBeVisible();
    await expect(workshop.problems).toContainText('must be greater than 1.1.1');
    await page.getByRole('button', { name: 'Mine replaces it' }).click();
    await workshop.untilChecked();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save version 1.1.2' }).click();
    await expect(page.locator('[data-draft="saved"]')).toBeAttached();
  });

  await test.step('it is deleted and restored', async () => {
    await page.getByRole('button', { name: 'More about this component' }).click();
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await expect(page.getByText('One page has it and goes on to show it.')).toBeVisible();
    await page.getByRole('button', { name: 'Delete component' }).click();
    await page.getByRole('region', { name: 'Deleted' }).getByRole('link', { name: 'Invitation' }).click();
    await page.getByRole('button', { name: 'Restore it' }).click();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  });
});

test('a page is edited as JSON, in one step that can be undone', async ({ page, context, server, api }) => {
  const shown = await api.call<PageAnswer>('POST', '/pages', {
    name: 'As text',
    structure: { components: [{ id: 'one', component: 'heading', props: { text: 'One' } }, { id: 'two', component: 'text' }] },
  });
  const nodes = async (): Promise<PageNode[]> => allNodes((await api.call<PageAnswer>('GET', `/pages/${shown.id}`)).structure.components as PageNode[]);
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, shown.id);
  const workshop = new WorkshopScreen(page);
  const dialog = page.getByRole('dialog', { name: 'As text as JSON' });
  const text = (heading: object, more: object[] = []) => JSON.stringify({ components: [{ id: 'one', component: 'heading', props: heading }, ...more] }, null, 1);

  await test.step('what the engine refuses is named at its place', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('edit as json');
    await page.keyboard.press('Enter');
    await expect(dialog.locator('.monaco-editor')).toBeVisible({ timeout: 20_000 });
    await workshop.replaceAll(text({ text: 3 }));
    await expect(workshop.problems.getByRole('button')).toContainText('must be a text, is 3.');
    await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await picture(page, 'page-json');
    await expectAccessible(page, 'the page as JSON', '[role="dialog"]');
  });

  await test.step('it is applied as one step', async () => {
    await workshop.replaceAll(text({ text: 'Uno' }, [{ component: 'card', props: { title: 'New' } }]));
    await expect(workshop.problems.getByRole('status')).toContainText('Text removed');
    // Somebody else changes the same heading meanwhile.
    const { structure, layout } = await api.call<PageAnswer>('GET', `/pages/${shown.id}`);
    const components = (structure.components as PageNode[]).map((node) => (node.id === 'one' ? { ...node, props: { text: 'Eins' } } : node));
    await api.call('PUT', `/pages/${shown.id}`, { structure: { ...structure, components }, layout });
    await expect(screen.canvas.locator('.pw-heading')).toHaveText('Eins');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    const conflict = dialog.getByRole('region', { name: 'Changed by somebody else meanwhile' });
    await expect(conflict).toContainText('text was changed on both sides');
    await picture(page, 'page-json-conflict');
    await conflict.getByRole('radio', { name: 'As I wrote' }).click();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(screen.canvas.locator('.pw-heading').first()).toHaveText('Uno');
    await screen.untilSaved();
    expect((await nodes()).map(({ component }) => component)).toEqual(['heading', 'card']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await screen.untilSaved();
    expect((await nodes()).map(({ component, props }) => [component, props?.text])).toEqual([
      ['heading', 'Eins'],
      ['text', undefined],
    ]);
  });
});

test('who may not change a component reads it', async ({ page, context, server }) => {
  const viewer = addMember(server, 'viewer', 'reader');
  await signInContext(context, server, viewer);
  const workshop = new WorkshopScreen(page);
  await page.goto(`${server.url}/page-builder/?tab=components`);
  await expect(page.getByRole('link', { name: 'New component' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Card', exact: true }).click();
  await workshop.untilOpen();
  await expect(page.getByText('Your role is for viewing: you can read this component, not change it.')).toBeVisible();
  await expect(workshop.preview('Desktop').locator('.pw-card')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await page.locator('[data-code]').click({ position: { x: 200, y: 20 } });
  await page.keyboard.type('x');
  await expect(page.locator('[data-draft="saved"]')).toBeAttached();
  await expectAccessible(page, 'the workshop of who may read only');
  await page.goto(`${server.url}/page-builder/new-component`);
  await expect(page.getByText('Your role is for viewing')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });

    test('the panes of the workshop stand one below the other', async ({ page, context, server }) => {
      await signInContext(context, server);
      const workshop = new WorkshopScreen(page);
      await page.goto(`${server.url}/page-builder/components/list`);
      await workshop.untilOpen();
      await expect(page.getByRole('link', { name: 'Make a copy' })).toBeVisible();
      await expect(workshop.preview('Phone').locator('.pw-list')).toBeAttached();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await picture(page, `phone-${colorScheme}`);
      await expectAccessible(page, `the workshop on a phone, ${colorScheme}`);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await picture(page, `phone-preview-${colorScheme}`);
    });
  });
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the workshop of a built-in component is dark, and a copy begins with its texts', async ({ page, context, server }) => {
    await signInContext(context, server);
    const workshop = new WorkshopScreen(page);
    await page.goto(`${server.url}/page-builder/components/list`);
    await workshop.untilOpen();
    await expect(page.getByRole('tab', { name: 'Partial: item' })).toBeVisible();
    await picture(page, 'dark');
    await expectAccessible(page, 'the workshop in the dark');
    await page.getByRole('link', { name: 'Make a copy' }).click();
    await page.getByLabel('Display name').fill('Our list');
    await page.getByRole('button', { name: 'Open the workshop' }).click();
    await workshop.untilOpen();
    await workshop.untilChecked();
    await expect(workshop.preview('Desktop').locator('.pw-our-list')).toBeAttached();
  });
});

import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const structure = { components: [{ id: 'words', component: 'heading', props: { text: 'Words' } }, { id: 'last', component: 'text' }] };

test('everything is done from the keyboard by its name', async ({ page, context, server, api }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'By name', structure });
  const nodes = async (): Promise<string[]> => ((await api.call<PageAnswer>('GET', `/pages/${created.id}`)).structure.components as PageNode[]).map(({ component }) => component);
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, created.id);
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const open = async (): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
  };
  const run = async (letters: string): Promise<void> => {
    await open();
    await page.keyboard.type(letters);
    await page.keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  };

  await test.step('a component goes behind what is selected', async () => {
    await screen.click({ on: '[data-node="words"]' });
    await expect(screen.panel.getByRole('heading', { level: 2 })).toHaveText('Heading');
    await run('teaser'); // a card, by a synonym, with the focus in the canvas
    await expect(screen.panel.getByRole('heading', { level: 2 })).toHaveText('Card');
    await expect.poll(nodes).toEqual(['heading', 'card', 'text']);
  });

  await test.step('commands, from a field too, with their shortcuts shown', async () => {
    await screen.panel.getByLabel('Title', { exact: true }).focus();
    await open();
    await page.keyboard.type('duplicate');
    await expect(palette.getByRole('option', { selected: true })).toHaveText(/Duplicate.*Ctrl\+D/);
    await page.keyboard.press('Enter');
    await expect.poll(nodes).toEqual(['heading', 'card', 'card', 'text']);
    await run('undo');
    await expect.poll(nodes).toEqual(['heading', 'card', 'text']);
    await run('history');
    await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('what was used stands first; Escape leaves all as it was', async () => {
    await open();
    await expect(palette.getByRole('group').first()).toHaveAccessibleName('Recent');
    await expect(palette.getByRole('option').first()).toHaveText(/^History/);
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
    await screen.untilSaved();
    expect(allNodes((await api.call<PageAnswer>('GET', `/pages/${created.id}`)).structure.components as PageNode[])).toHaveLength(3);
  });

  await test.step('shortcuts are listed by a key', async () => {
    await screen.click({ on: '[data-node="words"]' });
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByRole('region', { name: 'Edit' })).toContainText('Ctrl+Shift+Z or Ctrl+Y');
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search components' })).toBeFocused();
  });

  await test.step('another page, found by the server', async () => {
    const other = await api.call<PageAnswer>('POST', '/pages', { name: 'Zebra crossing' });
    await open();
    await page.keyboard.type('zebra');
    await expect(palette.getByRole('option', { selected: true })).toHaveText(/Zebra crossing/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${other.id}/edit`);
    await screen.untilOpen();
  });

  await test.step('on the dashboard too', async () => {
    await run('all pages');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pages');
    await run('compon lib');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Component library');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, isNewcomer: true });

    test('a newcomer is led around once, and palette, help and tour are accessible', async ({ dashboard, api }) => {
      const created = await api.call<PageAnswer>('POST', '/pages', { name: `Tour in ${colorScheme}`, structure });
      const screen = new EditorScreen(dashboard);
      await dashboard.goto(dashboard.url().replace(/\/page-builder.*/, `/page-builder/${created.id}/edit`));
      await screen.untilOpen();
      const card = dashboard.getByRole('dialog');
      for (const [step, name] of ['Build with components', 'The page, as visitors will see it', 'Settings and style', 'Every change is saved', 'Publish when it is ready'].entries()) {
        await expect(card).toHaveAccessibleName(name);
        await expect(card).toContainText(`Step ${step + 1} of 5`);
        await expectAccessible(dashboard, `tour, step ${step + 1}`);
        await dashboard.keyboard.press('Enter');
      }
      await expect(card).toHaveCount(0);
      await dashboard.reload();
      await screen.untilOpen();
      await expect(screen.button('Help')).toBeVisible();
      await expect(card).toHaveCount(0);

      await screen.button('Help').click();
      await dashboard.getByRole('menuitem', { name: 'Take the tour' }).click();
      await expect(card).toContainText('Step 1 of 5');
      await dashboard.getByRole('button', { name: 'Skip the tour' }).click();
      await dashboard.keyboard.press('ControlOrMeta+k');
      await expect(dashboard.getByRole('option').first()).toBeVisible();
      await expectAccessible(dashboard, 'command palette');
      await dashboard.keyboard.press('Escape');
      await screen.button('Help').click();
      await dashboard.getByRole('menuitem', { name: /Keyboard shortcuts/ }).click();
      await expectAccessible(dashboard, 'keyboard shortcuts');
    });
  });
}

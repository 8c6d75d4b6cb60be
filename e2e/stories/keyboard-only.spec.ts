import type { Locator } from '@playwright/test';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import type { PageNode } from '../server/page-content.ts';
import { expect, test } from '../server/pagewright-test.ts';

test('a page is made, built, written, arranged, styled and published from the keyboard alone', async ({ dashboard: page, api }) => {
  test.slow();
  const screen = new EditorScreen(page);
  const { canvas, panel } = screen;
  const press = (keys: string): Promise<void> => page.keyboard.press(keys);
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  /** Walks on until the focus is there, as somebody does who knows what they look for. */
  const tabTo = async (target: Locator, key = 'Tab'): Promise<void> => {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < 150; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press(key);
    }
    throw new Error(`${String(target)} is not reached with ${key}`);
  };
  const roots = async (): Promise<PageNode[]> => {
    await screen.untilSaved();
    const id = /page-builder\/([0-9a-f-]{36})\/edit/.exec(page.url())?.[1];
    return (await api.call<PageAnswer>('GET', `/pages/${id}`)).structure.components as PageNode[];
  };
  const insert = async (component: string): Promise<void> => {
    await press('/');
    await expect(page.getByRole('searchbox', { name: 'Search components' })).toBeFocused();
    await press('ControlOrMeta+A');
    await type(component);
    await tabTo(screen.sidebarItem(component));
    await press('Enter');
  };

  await test.step('made', async () => {
    await tabTo(page.getByRole('link', { name: 'Create Page' }).or(page.getByRole('button', { name: 'Create Page' })).first());
    await press('Enter');
    await tabTo(page.locator('input[name="name"]'));
    await type('By keyboard');
    await press('Enter');
    await screen.untilOpen();
  });

  await test.step('built', async () => {
    await insert('hero');
    await insert('heading');
    await insert('section');
    await expect.poll(async () => (await roots()).map(({ component }) => component)).toEqual(['hero', 'heading', 'section']);
  });

  await test.step('arranged: the heading before the hero, and the section after both', async () => {
    await tabTo(page.getByRole('tab', { name: 'Components' }), 'Shift+Tab');
    await press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Layers' })).toBeFocused();
    await tabTo(page.getByRole('treeitem', { selected: true }));
    await press('ArrowUp');
    await press('Alt+ArrowUp');
    await expect.poll(async () => (await roots()).map(({ component }) => component)).toEqual(['heading', 'hero', 'section']);
  });

  await test.step('written', async () => {
    await tabTo(panel.getByLabel('Text', { exact: true }));
    await press('ControlOrMeta+A');
    await type('Nothing but keys');
    await expect(canvas.locator('.pw-heading')).toHaveText('Nothing but keys');
  });

  await test.step('styled', async () => {
    await tabTo(panel.getByRole('tab', { name: 'Settings' }), 'Shift+Tab');
    await press('ArrowRight');
    await tabTo(panel.getByRole('combobox', { name: 'Text color' }));
    await type('rebeccapurple');
    await press('Tab');
    await expect(canvas.locator('.pw-heading')).toHaveCSS('color', 'rgb(102, 51, 153)');
    expect((await roots())[0]?.styles?.base?.color).toBe('rebeccapurple');
  });

  await test.step('published', async () => {
    await press('ControlOrMeta+K');
    await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
    await type('publish');
    await press('Enter');
    await tabTo(page.getByRole('button', { name: 'Publish to Production' }));
    await press('Enter');
    const link = page.getByRole('dialog').getByRole('link');
    await expect(link).toHaveAttribute('href', /\/by-keyboard$/);
    const site = await page.request.get((await link.getAttribute('href'))?.replace('localhost', '127.0.0.1') ?? '');
    expect(await site.text()).toContain('Nothing but keys');
    await press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

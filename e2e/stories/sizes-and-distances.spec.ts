import type { Locator } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const structure = {
  components: [
    {
      id: 'box',
      component: 'container',
      styles: { base: { 'padding-top': '{space.5}', 'padding-right': '24px', 'padding-bottom': '24px', 'padding-left': '24px' } },
      children: {
        content: [
          { id: 'card', component: 'card', props: { title: 'A card' } },
          { id: 'spacer', component: 'spacer' },
          { id: 'text', component: 'text', props: { body: 'Words' } },
        ],
      },
    },
  ],
};

test.describe('sizes and distances on the canvas', () => {
  let screen: EditorScreen;
  let styleOf: (id: string, breakpoint?: string) => Promise<Record<string, string> | undefined>;

  test.beforeEach(async ({ page, context, server, api }, { title }) => {
    const created = await api.call<PageAnswer>('POST', '/pages', { name: title.slice(0, 60), structure });
    await signInContext(context, server);
    screen = await EditorScreen.open(page, server.url, created.id);
    styleOf = async (id, breakpoint = 'base') => {
      await screen.untilSaved();
      const nodes = (await api.call<PageAnswer>('GET', `/pages/${created.id}`)).structure.components as PageNode[];
      return allNodes(nodes).find((node) => node.id === id)?.styles?.[breakpoint];
    };
  });

  /** What its component limits is resized by its limit. */
  const widthStyle = async (id: string, breakpoint?: string) => {
    const style = await styleOf(id, breakpoint);
    return style?.width ?? style?.['max-width'];
  };
  const handle = (name: string): Locator => screen.canvas.getByRole('separator', { name, exact: true });
  const select = (id: string, label: string) => screen.select({ on: `[data-node="${id}"]` }, label);
  const widthOf = (id: string) => screen.canvas.locator(`[data-node="${id}"]`).evaluate((element) => element.getBoundingClientRect().width);
  const heightOf = (id: string) => screen.canvas.locator(`[data-node="${id}"]`).evaluate((element) => element.getBoundingClientRect().height);

  /** Presses the mouse on a handle and moves it by so many pixels of the screen, without letting go. */
  async function pull(lever: string, x: number, y: number): Promise<void> {
    const from = await screen.pointOf({ on: `.lever[data-lever="${lever}"]` }, false);
    await screen.page.mouse.move(from.x, from.y);
    await screen.page.mouse.down();
    await screen.page.mouse.move(from.x + x, from.y + y, { steps: 6 });
    await screen.untilPainted();
  }

  test('a width is dragged to a share of the room, seen meanwhile, and one step of undo', async ({ page }) => {
    await select('card', 'Card');
    const before = await widthOf('card');
    await pull('width', -200, 0);
    await expect(screen.canvas.locator('.lever-value')).toHaveText(/^\d+% · \d+ px$/);
    const meanwhile = await widthOf('card');
    expect(meanwhile).toBeLessThan(before - 100);
    expect(await styleOf('card')).toBeUndefined();
    await page.mouse.up();
    await expect.poll(() => widthStyle('card')).toMatch(/^\d+%$/);
    await screen.untilPainted();
    expect(await widthOf('card')).toBeCloseTo(meanwhile, 0);
    await expect(screen.panel.getByRole('tab', { name: /^Style/ })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => styleOf('card')).toBeUndefined();
    expect(await widthOf('card')).toBeCloseTo(before, 0);
  });

  test('Escape takes a drag back, and Shift goes to the pixel', async ({ page }) => {
    await select('card', 'Card');
    const before = await widthOf('card');
    await pull('width', -200, 0);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await screen.untilPainted();
    expect(await widthOf('card')).toBeCloseTo(before, 0);
    await expect(screen.button('Undo')).toHaveAttribute('aria-disabled', 'true');

    await page.keyboard.down('Shift');
    await pull('width', -103, 0);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => widthStyle('card')).toMatch(/^\d+px$/);
  });

  test('a spacer gets another height, in the tokens of the design', async ({ page }) => {
    await select('spacer', 'Spacer');
    const before = await heightOf('spacer');
    await pull('height', 0, 22);
    await page.mouse.up();
    await expect.poll(async () => (await styleOf('spacer'))?.height).toMatch(/^(\{space\.\d+\}|\d+px)$/);
    expect(await heightOf('spacer')).toBeGreaterThan(before);
    const at = await screen.pointOf({ on: '.lever[data-lever="height"]' }, false);
    await page.mouse.dblclick(at.x, at.y);
    await expect.poll(() => styleOf('spacer')).toBeUndefined();
  });

  test('at the present breakpoint', async ({ page }) => {
    await page.getByRole('radio', { name: 'Phone' }).first().click();
    await screen.untilPainted();
    await select('card', 'Card');
    await pull('width', -80, 0);
    await page.mouse.up();
    await expect.poll(() => widthStyle('card', 'mobile')).toMatch(/^\d+%$/);
    expect(await styleOf('card')).toBeUndefined();
  });

  test('with Alt the distances are shown, and a padding is dragged', async ({ page }) => {
    await screen.click({ on: '[data-node="box"]', x: 0.01, y: 0.01 });
    await expect(screen.panel.getByRole('heading', { level: 2 })).toHaveText('Container');
    const bands = screen.canvas.locator('.band:visible');
    await expect(bands).toHaveCount(0);
    await page.keyboard.down('Alt');
    await expect(screen.canvas.locator('.band[data-part="padding"]:visible')).toHaveCount(4);
    await expect(screen.canvas.locator('.band[data-part="gap"]:visible')).toHaveCount(2);
    await pull('padding-top', 0, 40);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect.poll(async () => (await styleOf('box'))?.['padding-top']).toBe('{space.10}');
    await expect(bands).toHaveCount(0);
  });

  test('the style panel shows what it is about', async () => {
    await screen.click({ on: '[data-node="box"]', x: 0.01, y: 0.01 });
    await screen.panel.getByRole('tab', { name: /^Style/ }).click();
    await screen.panel.getByRole('button', { name: 'Padding top: {space.5}' }).hover();
    await expect(screen.canvas.locator('.band[data-part="padding"]:visible')).toHaveCount(4);
    await screen.panel.getByRole('combobox', { name: 'Width', exact: true }).hover();
    await expect(screen.canvas.locator('.band:visible')).toHaveCount(0);
  });

  test('what is dragged shows the distances of where it would land', async ({ page }) => {
    const from = await screen.pointOf({ on: '[data-node="card"]' });
    const to = await screen.pointOf({ on: '[data-node="text"]', y: 1 }, false);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await screen.untilPainted();
    await expect(screen.canvas.locator('.band[data-part="gap"]:visible')).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(screen.canvas.locator('.band:visible')).toHaveCount(0);
  });

  test('by the keyboard alone', async ({ page }) => {
    await select('card', 'Card');
    await handle('Width of Card').focus();
    await expectAccessible(page, 'handles on the canvas');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => widthStyle('card')).toMatch(/^\d+(\.\d+)?%$/);
    await expect(handle('Width of Card')).toBeFocused();
    await page.keyboard.press('Delete');
    await expect.poll(() => styleOf('card')).toBeUndefined();
    await page.keyboard.press('ControlOrMeta+Z');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => styleOf('card')).toBeUndefined();
    await expect(screen.canvas.locator('[data-node="card"]')).toBeVisible();
  });

  test('however fast the keys are pressed, each goes on from the one before', async ({ page }) => {
    await select('card', 'Card');
    await handle('Width of Card').focus();
    // As keys come from a keyboard that repeats faster than the page is drawn: all at once.
    const pressAtOnce = (keys: string[]) =>
      handle('Width of Card').evaluate((element, names) => {
        for (const key of names) element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      }, keys);
    await pressAtOnce(['ArrowLeft']);
    await expect.poll(() => widthStyle('card')).toMatch(/%$/);
    const first = Number.parseFloat((await widthStyle('card')) ?? '');
    await pressAtOnce(['ArrowLeft', 'ArrowLeft', 'ArrowLeft']);
    await expect.poll(async () => Number.parseFloat((await widthStyle('card')) ?? '')).toBeLessThanOrEqual(first - 10);
    expect(Object.keys((await styleOf('card')) ?? {})).toHaveLength(1);
    await pressAtOnce(['ArrowRight', 'Delete']);
    await expect.poll(() => styleOf('card')).toBeUndefined();
    await page.keyboard.press('ControlOrMeta+Z');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => styleOf('card')).toBeUndefined();
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect.poll(() => widthStyle('card')).toMatch(/%$/);
  });

  test('nothing of what is locked', async ({ page }) => {
    await select('card', 'Card');
    await expect(handle('Width of Card')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect(handle('Width of Card')).toHaveCount(0);
  });
});

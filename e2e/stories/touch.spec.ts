import type { Locator, Page } from '@playwright/test';
import { Fingers } from '../browser/fingers.ts';
import { EditorScreen, type CanvasPlace, type Point } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const middleOf = async (locator: Locator): Promise<Point> => {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${String(locator)} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const node = (id: string): CanvasPlace => ({ on: `[data-node="${id}"]` });

/** The edit screen under fingers: nothing here has a mouse. */
class TouchedEditor {
  readonly screen: EditorScreen;

  constructor(
    readonly page: Page,
    readonly fingers: Fingers,
  ) {
    this.screen = new EditorScreen(page);
  }

  async openPanel(name: 'Components' | 'Layers' | 'Properties'): Promise<void> {
    const choice = this.page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name });
    if ((await choice.getAttribute('aria-pressed')) === 'false') await choice.tap();
  }

  async tap(place: CanvasPlace): Promise<void> {
    await this.fingers.tap(await this.screen.pointOf(place));
  }

  /** Holds something, carries it to a place of the canvas, and lets go. */
  async carry(from: Point, to: CanvasPlace): Promise<void> {
    await this.fingers.hold(from);
    await this.screen.carryTo(to, (point) => this.fingers.slideTo(point));
    await this.fingers.up();
    await this.screen.untilPainted();
  }

  async dragIn(component: string, to: CanvasPlace): Promise<void> {
    await this.openPanel('Components');
    const shown = this.screen.canvas.locator(`.pw-${component}`);
    const before = await shown.count();
    await this.carry(await middleOf(this.screen.sidebarItem(component)), to);
    await expect.poll(() => shown.count(), `a ${component} at ${JSON.stringify(to)}`).toBeGreaterThan(before);
  }
}

test.use({ hasTouch: true, isMobile: true });

for (const [device, viewport] of [['a tablet', { width: 820, height: 1180 }], ['a phone', { width: 390, height: 844 }]] as const) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport });

    test('a page is built, arranged and published with the fingers alone', async ({ page, context, server, api }) => {
      test.slow();
      await signInContext(context, server);
      const fingers = await Fingers.on(page);
      const editor = new TouchedEditor(page, fingers);
      const { screen } = editor;
      const { canvas } = screen;
      const name = `Built on ${device}`;

      await test.step('created', async () => {
        await page.goto(`${server.url}/page-builder`);
        await page.getByText('Create Page').first().tap();
        await page.fill('input[name="name"]', name);
        await page.locator('button[type="submit"]').tap();
        await screen.untilOpen();
      });
      const stored = async (): Promise<PageNode[]> => {
        await screen.untilSaved();
        const id = /page-builder\/([0-9a-f-]{36})\/edit/.exec(page.url())?.[1];
        return (await api.call<PageAnswer>('GET', `/pages/${id}`)).structure.components as PageNode[];
      };
      const roots = async (): Promise<string[]> => (await stored()).map(({ component }) => component);

      await test.step('a tap on a component inserts it, holding drags it onto the page, into a slot too', async () => {
        await editor.openPanel('Components');
        await screen.sidebarItem('hero').tap();
        await expect(canvas.locator('.pw-hero')).toHaveCount(1);
        await editor.dragIn('section', { on: '.pw-hero', y: 1 });
        await editor.dragIn('card', { on: '.pw-section .pw-text', y: 1 });
        expect(await roots()).toEqual(['hero', 'section']);
        const [, section] = await stored();
        expect(section?.children?.content?.map(({ component }) => component)).toEqual(['text', 'card']);
      });

      await test.step('one finger scrolls the components, and takes none', async () => {
        const before = await stored();
        const list = page.locator('[data-component="hero"]').locator('xpath=ancestor::section/..');
        const from = await middleOf(screen.sidebarItem('section'));
        await fingers.swipe(from, { x: from.x, y: from.y - 150 });
        await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(20);
        expect(await stored()).toEqual(before);
      });

      await test.step('a tap selects, a second one on a text writes in it', async () => {
        await editor.tap({ on: '.pw-hero__title' });
        await expect(page.getByRole('navigation', { name: 'Where the selection stands' })).toContainText('Hero');
        await expect(canvas.locator('[data-pagewright-editing]')).toHaveCount(0);
        await editor.tap({ on: '.pw-hero__title' });
        await expect(canvas.locator('[data-pagewright-editing]')).toBeFocused();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type('Made by hand');
        await editor.tap({ on: '.pw-section__title' });
        await expect(canvas.locator('[data-pagewright-editing]')).toHaveCount(0);
        await expect(canvas.locator('.pw-hero__title')).toHaveText('Made by hand');
        expect((await stored())[0]?.props?.title).toBe('Made by hand');
      });

      await test.step('what is held is dragged, to before the hero', async () => {
        await editor.carry(await screen.pointOf({ on: '.pw-section', y: 0.02 }), { on: '.pw-hero', y: 0 });
        await expect.poll(roots).toEqual(['section', 'hero']);
        await screen.button('Undo').tap();
        await expect.poll(roots).toEqual(['hero', 'section']);
      });

      await test.step('held and let go, it shows its menu', async () => {
        await fingers.hold(await screen.pointOf({ on: '.pw-card__title' }));
        await fingers.up();
        const menu = page.getByRole('menu', { name: 'Selection' });
        await expect(menu).toContainText('Card');
        await menu.getByRole('menuitem', { name: 'Delete' }).tap();
        await expect(canvas.locator('.pw-card')).toHaveCount(0);
        await screen.button('Undo').tap();
        await expect(canvas.locator('.pw-card')).toHaveCount(1);
      });

      await test.step('published', async () => {
        await screen.button('Publish').tap();
        await page.getByRole('button', { name: 'Publish to Production' }).tap();
        const link = page.getByRole('dialog').getByRole('link');
        const site = await page.request.get((await link.getAttribute('href'))?.replace('localhost', '127.0.0.1') ?? '');
        expect(await site.text()).toContain('Made by hand');
      });
    });
  });
}

test.describe('the gestures', () => {
  test.use({ viewport: { width: 820, height: 1180 } });
  const paragraph = (id: string): PageNode => ({ id, component: 'text', props: { body: `Paragraph ${id}. `.repeat(30) } });
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  let editor: TouchedEditor;
  let order: () => Promise<string[]>;

  test.beforeEach(async ({ page, context, server, api }, { title }) => {
    const created = await api.call<PageAnswer>('POST', '/pages', { name: title.slice(0, 60), structure: { components: ids.map(paragraph) } });
    await signInContext(context, server);
    editor = new TouchedEditor(page, await Fingers.on(page));
    await EditorScreen.open(page, server.url, created.id);
    order = async () => {
      await editor.screen.untilSaved();
      return allNodes((await api.call<PageAnswer>('GET', `/pages/${created.id}`)).structure.components as PageNode[]).map(({ id }) => id);
    };
  });

  const scrolled = async () => (await editor.screen.frame()).evaluate(() => scrollY);

  test('one finger scrolls the page, and neither selects nor moves', async () => {
    const { screen, fingers } = editor;
    const from = await screen.pointOf(node('c'));
    await fingers.swipe(from, { x: from.x, y: from.y - 200 });
    await expect.poll(scrolled).toBeGreaterThan(100);
    await expect(editor.page.getByRole('navigation', { name: 'Where the selection stands' })).toHaveText('Page');
    expect(await order()).toEqual(ids);
  });

  test('two fingers zoom the canvas, not the editor', async ({ page }) => {
    const zoom = page.getByRole('button', { name: /^Zoom/ });
    const before = Number.parseInt(await zoom.innerText(), 10);
    const { screen, fingers } = editor;
    const at = await screen.pointOf(node('b'));
    await fingers.pinch(at, 120, 200);
    await expect.poll(async () => Number.parseInt(await zoom.innerText(), 10)).toBeGreaterThan(before);
    await fingers.pinch(at, 300, 100);
    await expect.poll(async () => Number.parseInt(await zoom.innerText(), 10)).toBeLessThanOrEqual(before);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    await expect(page.getByRole('navigation', { name: 'Where the selection stands' })).toHaveText('Page');
  });

  test('a drag near the edge scrolls on by itself', async () => {
    const { screen, fingers } = editor;
    const from = await screen.pointOf(node('a'));
    await fingers.hold(from);
    const canvas = await editor.page.locator('iframe[title="Page"]').boundingBox();
    await fingers.slideTo({ x: from.x, y: (canvas?.y ?? 0) + (canvas?.height ?? 0) - 8 });
    await expect.poll(scrolled).toBeGreaterThan(300);
    await fingers.up();
    expect((await order()).indexOf('a')).toBeGreaterThan(2);
  });

  test('a drag that the system takes away leaves nothing half done', async ({ page }) => {
    const { screen, fingers } = editor;
    await fingers.hold(await screen.pointOf(node('a')));
    await screen.carryTo({ ...node('c'), y: 1 }, (to) => fingers.slideTo(to));
    await expect(screen.canvas.locator('.line')).toBeVisible();
    await fingers.cancel();
    await expect(screen.canvas.locator('.line, .ghost').locator('visible=true')).toHaveCount(0);
    await expect(screen.canvas.locator('[data-pagewright-dragged]')).toHaveCount(0);
    expect(await order()).toEqual(ids);

    await editor.openPanel('Components');
    await fingers.hold(await middleOf(screen.sidebarItem('heading')));
    await screen.carryTo(node('a'), (to) => fingers.slideTo(to));
    await fingers.cancel();
    await expect(page.locator('[data-held]')).toHaveCount(0);
    expect(await order()).toEqual(ids);
    // And the next finger works as before.
    await editor.tap(node('b'));
    await expect(page.getByRole('navigation', { name: 'Where the selection stands' })).toContainText('Text');
  });

  test('the handle of the selection drags at once', async () => {
    const { screen, fingers } = editor;
    await editor.tap(node('a'));
    await screen.untilPainted();
    await fingers.down(await screen.pointOf({ on: '.selection-toolbar .grip' }, false));
    await screen.carryTo({ ...node('b'), y: 1 }, (to) => fingers.slideTo(to));
    await fingers.up();
    await expect.poll(order).toEqual(['b', 'a', 'c', 'd', 'e', 'f', 'g', 'h']);
  });

  test('several are selected with taps, and deleted and duplicated as one', async ({ page }) => {
    const { screen, fingers } = editor;
    const button = (name: string) => screen.canvas.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name, exact: true });
    const tapButton = async (name: string) => fingers.tap(await screen.pointOf({ on: `.selection-toolbar [aria-label="${name}"]` }, false));
    await editor.tap(node('a'));
    await screen.untilPainted();
    await tapButton('Select several');
    await expect(button('Select several')).toHaveAttribute('aria-pressed', 'true');
    await editor.tap(node('b'));
    await editor.tap(node('c'));
    await editor.tap(node('b'));
    await expect(page.getByRole('navigation', { name: 'Where the selection stands' })).toContainText('2');
    await screen.untilPainted();
    await tapButton('Delete');
    await expect.poll(order).toEqual(['b', 'd', 'e', 'f', 'g', 'h']);
    await screen.button('Undo').tap();
    await expect.poll(order).toEqual(ids);

    // What took the place of what was deleted is selected alone; a tap selects alone again.
    await editor.tap(node('a'));
    await editor.tap(node('b'));
    await screen.untilPainted();
    await expect(button('Select several')).toHaveAttribute('aria-pressed', 'false');
    await tapButton('Select several');
    await editor.tap(node('a'));
    await screen.untilPainted();
    await tapButton('Duplicate');
    await expect.poll(async () => (await order()).length).toBe(10);
    await screen.button('Undo').tap();
    await expect.poll(order).toEqual(ids);
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 } });

    test('a page opens at its width; several are selected on it and in the layers, deleted, and brought back by one step', async ({ page }) => {
      const { screen, fingers } = editor;
      const choice = (name: string) => page.getByRole('radio', { name, exact: true });
      const frameWidth = () => page.locator('iframe[title="Page"]').evaluate((frame) => frame.clientWidth);
      await expect(choice('Phone')).toBeChecked();
      expect(await frameWidth()).toBeLessThanOrEqual(390);

      await editor.tap(node('a'));
      await screen.untilPainted();
      await fingers.tap(await screen.pointOf({ on: '.selection-toolbar [aria-label="Select several"]' }, false));
      await editor.tap(node('b'));
      await editor.openPanel('Layers');
      const row = (id: string) => page.locator(`#layer-${id}`);
      await row('d').tap();
      await row('b').tap();
      await row('c').tap();
      for (const id of ids) await expect(row(id)).toHaveAttribute('aria-selected', String(['a', 'c', 'd'].includes(id)));
      await screen.untilPainted();
      await fingers.tap(await screen.pointOf({ on: '.selection-toolbar [aria-label="Delete"]' }, false));
      await expect.poll(order).toEqual(['b', 'e', 'f', 'g', 'h']);
      await screen.button('Undo').tap();
      await expect.poll(order).toEqual(ids);
      await expect(screen.button('Undo')).toBeDisabled();

      await choice('Desktop').tap();
      await expect.poll(frameWidth).toBeGreaterThan(640);
      await page.reload();
      await screen.untilOpen();
      await expect(choice('Desktop')).toBeChecked();
    });
  });

  test('rows of the layers are scrolled, held and dragged, and show their menu', async ({ page }) => {
    const { screen, fingers } = editor;
    await editor.openPanel('Layers');
    const row = (id: string) => page.locator(`#layer-${id}`);
    await fingers.hold(await middleOf(row('a')));
    const below = await middleOf(row('c'));
    await fingers.slideTo({ x: below.x, y: below.y + 14 });
    await fingers.up();
    await expect.poll(order).toEqual(['b', 'c', 'a', 'd', 'e', 'f', 'g', 'h']);

    await fingers.hold(await middleOf(row('b')));
    await fingers.up();
    const menu = page.getByRole('menu', { name: 'Selection' });
    await menu.getByRole('menuitem', { name: 'Delete' }).tap();
    await expect.poll(order).toEqual(['c', 'a', 'd', 'e', 'f', 'g', 'h']);

    await fingers.hold(await middleOf(row('c')));
    await screen.carryTo({ ...node('d'), y: 1 }, (to) => fingers.slideTo(to));
    await fingers.up();
    await expect.poll(order).toEqual(['a', 'd', 'c', 'e', 'f', 'g', 'h']);
  });

  test('an empty place that is held shows the menu of the page', async ({ page }) => {
    const { screen, fingers } = editor;
    await fingers.hold(await screen.pointOf({ on: 'main', x: 0.001, y: 0.5 }));
    await expect(page.getByRole('menu', { name: 'Selection' })).toBeVisible();
    await fingers.up();
    await expect(page.getByRole('menu', { name: 'Selection' })).toBeVisible();
  });

  test('what fingers aim at is large enough', async ({ page }) => {
    const { screen } = editor;
    await editor.tap(node('a'));
    for (const panel of ['Components', 'Layers', 'Properties'] as const) {
      await editor.openPanel(panel);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, a[href], input, select, textarea, [role="treeitem"], [role="menuitem"], summary')]
          .filter((target) => target.checkVisibility() && !(target instanceof HTMLInputElement && target.type === 'checkbox'))
          .map((target) => ({ target: target.ariaLabel ?? (target.textContent || target.tagName), ...target.getBoundingClientRect().toJSON() }))
          .filter(({ width, height }) => width > 0 && (width < 24 || height < 24))
          .map(({ target, width, height }) => `${String(target)}: ${String(width)} × ${String(height)}`),
      );
      expect(small, `in ${panel}`).toEqual([]);
    }
    const scale = await page.locator('iframe[title="Page"]').evaluate((frame) => frame.getBoundingClientRect().width / frame.clientWidth);
    for (const button of await screen.canvas.getByRole('toolbar', { name: 'Selection' }).getByRole('button').all()) {
      const { width, height } = await button.evaluate((element) => element.getBoundingClientRect());
      expect(Math.min(width, height) * scale).toBeGreaterThanOrEqual(43.5);
    }
  });
});

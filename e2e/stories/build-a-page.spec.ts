import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, shownIn, type PageNode } from '../server/page-content.ts';
import { expect, test } from '../server/pagewright-test.ts';

test('a page is built with the mouse, published and looks as it did on the canvas', async ({ dashboard, api, context }) => {
  test.slow();
  const screen = new EditorScreen(dashboard);
  const { canvas, panel } = screen;
  const structure = async (): Promise<PageNode[]> => {
    const id = /page-builder\/([0-9a-f-]{36})\/edit/.exec(dashboard.url())?.[1];
    return (await api.call<PageAnswer>('GET', `/pages/${id}`)).structure.components as PageNode[];
  };

  await test.step('create it', async () => {
    await dashboard.getByText('Create Page').first().click();
    await dashboard.fill('input[name="name"]', 'The Whole Story');
    await expect(dashboard.getByText('/the-whole-story')).toBeVisible();
    await dashboard.click('button[type="submit"]');
    await screen.untilOpen();
    await expect(dashboard.locator('h1')).toHaveText('The Whole Story');
  });

  await test.step('drag components of all five categories in', async () => {
    await screen.dragIn('hero', { on: 'main' });
    await screen.dragIn('grid', { on: '.pw-hero', y: 1 });
    await screen.dragIn('card', { on: '.pw-grid .pw-card:last-of-type', x: 0.95, y: 0.3 });
    await screen.dragIn('section', { on: '.pw-grid', y: 1 });
    await screen.dragIn('list', { on: '.pw-section .pw-text', y: 1 });
    await screen.dragIn('image', { on: 'main > :last-child', y: 1 });
    await screen.dragIn('gallery', { on: 'main > :last-child', y: 1 });
    await screen.dragIn('table', { on: 'main > :last-child', y: 1 });
    await screen.dragIn('chart', { on: 'main > :last-child', y: 1 });
    await screen.dragIn('form', { on: 'main > :last-child', y: 1 });
    await screen.dragIn('checkbox', { on: '.pw-form .pw-textarea', y: 1 });
    await screen.dragIn('heading', { on: '.pw-hero', y: 0 });
    await screen.untilSaved();
    const components = (await structure()).map(({ component }) => component);
    expect(components).toEqual(['heading', 'hero', 'grid', 'section', 'image', 'gallery', 'table', 'chart', 'form']);
    const all = allNodes(await structure());
    expect(all.filter(({ component }) => component === 'card')).toHaveLength(4);
    expect(all.find(({ component }) => component === 'section')?.children?.content?.map(({ component }) => component)).toEqual(['text', 'list']);
    expect(all.find(({ component }) => component === 'form')?.children?.content?.some(({ component }) => component === 'checkbox')).toBe(true);
  });

  await test.step('reorder within the canvas', async () => {
    await screen.move({ on: '.pw-chart', y: 0.5 }, { on: '.pw-table', y: 0 });
    const order = async (): Promise<string[]> => (await structure()).map(({ component }) => component);
    await expect.poll(order).toEqual(['heading', 'hero', 'grid', 'section', 'image', 'gallery', 'chart', 'table', 'form']);
    const cards = async (): Promise<string[] | undefined> => (await structure())[2]?.children?.content?.map(({ id }) => id);
    const [first, second, third, fourth] = (await cards()) ?? [];
    await screen.move({ on: `[data-node="${fourth}"]`, y: 0.2 }, { on: `[data-node="${first}"]`, x: 0.2, y: 0.2 });
    await expect.poll(cards).toEqual([fourth, first, second, third]);
  });

  await test.step('edit texts where they stand', async () => {
    await screen.retype({ on: '.pw-hero__title' }, 'Built by hand, in a minute');
    await screen.retype({ on: '.pw-grid .pw-card:nth-of-type(1) .pw-card__title' }, 'The first card');
    await expect(canvas.locator('.pw-hero__title')).toHaveText('Built by hand, in a minute');
    await screen.untilSaved();
    const hero = (await structure()).find(({ component }) => component === 'hero');
    expect(hero?.props?.title).toBe('Built by hand, in a minute');
  });

  await test.step('edit props in the panel', async () => {
    await screen.select({ on: '.pw-hero__title' }, 'Hero');
    await panel.getByLabel('Line above the title').fill('A story');
    await expect(canvas.locator('.pw-hero__eyebrow')).toHaveText('A story');
    await screen.choose('Background', 'Contrast');
    await expect(canvas.locator('.pw-hero')).toHaveClass(/pw-hero--contrast/);

    await screen.select({ on: '.pw-table td' }, 'Table');
    const stripes = panel.getByRole('switch', { name: 'Stripes' });
    const wasStriped = await stripes.getAttribute('aria-checked');
    await stripes.click();
    await expect(stripes).toHaveAttribute('aria-checked', wasStriped === 'true' ? 'false' : 'true');

    await screen.select({ on: '.pw-form .pw-textarea' }, 'Textarea');
    await panel.getByLabel('Lines').fill('9');
    await expect(canvas.locator('.pw-form textarea')).toHaveAttribute('rows', '9');
    await screen.untilSaved();
  });

  await test.step('undo everything and redo everything', async () => {
    const undo = screen.button('Undo');
    const redo = screen.button('Redo');
    await undo.click();
    await expect(canvas.locator('.pw-form textarea')).not.toHaveAttribute('rows', '9');
    await redo.click();
    await expect(canvas.locator('.pw-form textarea')).toHaveAttribute('rows', '9');
    await screen.untilSaved();
    const before = await structure();
    let steps = 0;
    for (; (await undo.getAttribute('aria-disabled')) === null; steps += 1) await undo.click();
    expect(steps).toBeGreaterThanOrEqual(19);
    await expect(canvas.locator('main [data-node]')).toHaveCount(0);
    await screen.untilSaved();
    expect(await structure()).toEqual([]);
    for (let step = 0; step < steps; step += 1) await redo.click();
    await expect(redo).toHaveAttribute('aria-disabled', 'true');
    await screen.untilSaved();
    expect(await structure()).toEqual(before);
  });

  await test.step('look at it as on a phone', async () => {
    await dashboard.getByRole('radio', { name: 'Phone' }).click();
    await expect.poll(async () => (await screen.frame()).evaluate(() => innerWidth)).toBe(390);
    expect(await (await screen.frame()).evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await dashboard.getByRole('radio', { name: 'Desktop' }).click();
    await expect.poll(async () => (await screen.frame()).evaluate(() => innerWidth)).toBeGreaterThan(1000);
  });

  await test.step('duplicate and delete', async () => {
    await screen.select({ on: '.pw-image' }, 'Image');
    await panel.getByRole('button', { name: 'Duplicate Image' }).click();
    await expect(canvas.locator('.pw-image')).toHaveCount(2);
    await dashboard.keyboard.press('Delete');
    await expect(canvas.locator('.pw-image')).toHaveCount(1);
    await screen.untilSaved();
  });

  await test.step('save a version, change, restore it', async () => {
    await screen.button('Save version').click();
    await dashboard.getByLabel('Message').fill('The good one');
    await dashboard.getByRole('dialog').getByRole('button', { name: 'Save version' }).click();
    await expect(dashboard.getByRole('dialog')).toHaveCount(0);
    const good = await structure();

    await screen.retype({ on: '.pw-hero__title' }, 'A mistake');
    await screen.untilSaved();
    await screen.button('History').click();
    const history = dashboard.getByRole('dialog', { name: 'History' });
    await history.getByRole('button', { name: /The good one/ }).click();
    const preview = history.frameLocator('iframe');
    await expect(preview.locator('.pw-hero__title')).toHaveText('Built by hand, in a minute');
    await history.getByRole('button', { name: 'Restore' }).click();
    await dashboard.getByRole('button', { name: 'Restore version' }).click();
    await expect(dashboard.getByRole('dialog')).toHaveCount(0);
    await expect(canvas.locator('.pw-hero__title')).toHaveText('Built by hand, in a minute');
    await screen.untilSaved();
    expect(await structure()).toEqual(good);
  });

  await test.step('publish it and follow the link', async () => {
    await screen.button('Publish').click();
    await dashboard.getByRole('button', { name: 'Publish to Production' }).click();
    const link = dashboard.getByRole('dialog').getByRole('link');
    await expect(link).toHaveAttribute('href', /\/the-whole-story$/);
    const [site] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await dashboard.getByRole('button', { name: 'Done' }).click();
    await expect(site).toHaveTitle(/The Whole Story/);
    expect(await site.locator('script').count()).toBe(0);
    expect((await site.request.get(site.url())).headers()['content-security-policy']).toContain("script-src 'none'");

    await dashboard.getByRole('radio', { name: 'Preview' }).click();
    for (const device of ['Desktop', 'Phone']) {
      await dashboard.getByRole('radio', { name: device }).click();
      const frame = await screen.frame();
      await screen.untilPainted();
      const [width, height] = await frame.evaluate(() => [innerWidth, innerHeight] as const);
      await site.setViewportSize({ width, height });
      for (const page of [frame, site]) await loadPictures(page);
      const [onCanvas, onSite] = [await shownIn(frame.locator('main')), await shownIn(site.locator('main'))];
      expect(onSite.texts).toEqual(onCanvas.texts);
      expect(onSite.texts).toContain('Built by hand, in a minute');
      expect(onSite.boxes.map(({ tag, className }) => [tag, className])).toEqual(onCanvas.boxes.map(({ tag, className }) => [tag, className]));
      for (const [index, box] of onSite.boxes.entries()) {
        const other = onCanvas.boxes[index];
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(box[side] - (other?.[side] ?? NaN)), `${device}: ${side} of ${box.className}`).toBeLessThanOrEqual(1);
      }
    }
  });
});

/** Pictures that load late would come after the measuring. */
async function loadPictures(page: { evaluate: <Answer>(run: () => Promise<Answer>) => Promise<Answer> }): Promise<void> {
  await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  });
}

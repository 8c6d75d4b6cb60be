import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen, type CanvasPlace } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const text = (id: string, body: string): PageNode => ({ id, component: 'text', props: { body } });
const structure = {
  components: [
    {
      id: 'first',
      component: 'section',
      props: { title: 'First section' },
      children: {
        content: [
          { id: 'grid', component: 'grid', props: { columns: 3 }, children: { content: ['a', 'b', 'c'].map((id) => ({ id, component: 'card', props: { title: `Card ${id}` } })) } },
          text('one', 'Paragraph one'),
          text('two', 'Paragraph two'),
        ],
      },
    },
    { id: 'second', component: 'section', props: { title: 'Second section' }, children: { content: [text('three', 'Paragraph three')] } },
  ],
};

const node = (id: string): CanvasPlace => ({ on: `[data-node="${id}"]` });

/** The edit screen of a new page, and the ids of what stands in a node as the server has it: null is the page. */
test.describe('arranging', () => {
  let screen: EditorScreen;
  let childrenOf: (id: string | null) => Promise<string[]>;
  let stored: () => Promise<PageNode[]>;

  test.beforeEach(async ({ page, context, server, api }, { title }) => {
    const created = await api.call<PageAnswer>('POST', '/pages', { name: title.slice(0, 60), structure });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
    await signInContext(context, server);
    screen = await EditorScreen.open(page, server.url, created.id);
    stored = async () => (await api.call<PageAnswer>('GET', `/pages/${created.id}`)).structure.components as PageNode[];
    childrenOf = async (id) => {
      await screen.untilSaved();
      const roots = await stored();
      const children = id === null ? roots : Object.values(allNodes(roots).find((other) => other.id === id)?.children ?? {}).flat();
      return children.map((child) => child.id);
    };
  });

  const crumbs = () => screen.page.getByRole('navigation', { name: 'Where the selection stands' });
  const said = () => screen.page.getByRole('log', { name: 'What has been done' });
  const press = (keys: string) => screen.page.keyboard.press(keys);
  const undo = async () => press('ControlOrMeta+Z');

  test('several are chosen and dragged with the mouse, and undone as one', async ({ page }) => {
    await screen.click(node('one'));
    await page.keyboard.down('Shift');
    await screen.click(node('two'));
    await page.keyboard.up('Shift');
    await expect(crumbs()).toContainText('2 selected');

    await screen.move(node('one'), { on: '[data-node="three"]', y: 0 });
    await expect.poll(() => childrenOf('second')).toEqual(['one', 'two', 'three']);
    await expect(said()).toHaveText('2 components moved: 1 to 2 of 3 in Section.');
    await undo();
    await expect.poll(() => childrenOf('first')).toEqual(['grid', 'one', 'two']);
    await expect.poll(() => childrenOf('second')).toEqual(['three']);

    // One of several, clicked, is selected alone.
    await screen.click(node('two'));
    await expect(crumbs()).not.toContainText('selected');
    await expect(crumbs()).toHaveText('PageSectionText');
  });

  test('several are set at once, and undone as one', async ({ page }) => {
    const cards = async () => {
      await screen.untilSaved();
      return allNodes(await stored())
        .filter(({ component }) => component === 'card')
        .map(({ props, styles }) => [props?.title, styles?.base?.color]);
    };
    await screen.click(node('a'));
    await page.keyboard.down('Shift');
    await screen.click(node('c'));
    await page.keyboard.up('Shift');
    await expect(screen.panel.getByRole('heading', { level: 2 })).toHaveText('2 selected');
    const title = screen.panel.getByRole('textbox', { name: 'Title', exact: true });
    await expect(title).toHaveValue('Card c');
    await expect(title).toHaveAccessibleDescription(/Not the same in both\. A change sets both\./);
    await expectAccessible(page, 'the properties of several');
    await title.fill('Both');
    await screen.panel.getByRole('tab', { name: 'Style' }).click();
    await screen.panel.getByRole('combobox', { name: 'Text color' }).fill('red');
    await expect.poll(cards).toEqual([['Both', 'red'], ['Card b', undefined], ['Both', 'red']]);
    await expect(screen.canvas.locator('.pw-card', { hasText: 'Both' })).toHaveCount(2);

    await screen.panel.getByRole('tab', { name: 'Settings' }).click();
    await undo();
    await undo();
    await expect.poll(cards).toEqual([['Card a', undefined], ['Card b', undefined], ['Card c', undefined]]);
  });

  test('a rectangle over the page chooses what it touches, Escape draws none', async ({ page }) => {
    const draw = async (from: CanvasPlace, to: CanvasPlace) => {
      const start = await screen.pointOf(from);
      const end = await screen.pointOf(to, false);
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 6 });
    };
    await page.keyboard.down('Shift');
    await draw(node('a'), node('b'));
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect(crumbs()).toContainText('2 selected');
    await press('Delete');
    await expect.poll(() => childrenOf('grid')).toEqual(['c']);
    await undo();
    await expect.poll(() => childrenOf('grid')).toEqual(['a', 'b', 'c']);

    await press('Escape');
    await page.keyboard.down('Shift');
    await draw(node('a'), node('c'));
    await press('Escape');
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect(crumbs()).not.toContainText('selected');
  });

  test('layers: a range, one more, and out onto the canvas', async ({ page }) => {
    await screen.click(node('a'));
    await page.getByRole('tab', { name: 'Layers' }).click();
    const row = (id: string) => page.locator(`#layer-${id}`);
    await row('a').click();
    await row('b').click({ modifiers: ['Shift'] });
    await row('two').click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(3);
    await expect(crumbs()).toContainText('3 selected');

    await row('b').hover();
    await page.mouse.down();
    const { x, y } = await screen.pointOf({ on: '[data-node="three"]', y: 1 });
    await page.mouse.move(x, y, { steps: 8 });
    await screen.untilPainted();
    await page.mouse.move(x, y + 1);
    await page.mouse.up();
    await expect.poll(() => childrenOf('second')).toEqual(['three', 'a', 'b', 'two']);
    await undo();
    await expect.poll(() => childrenOf('second')).toEqual(['three']);
  });

  test('by keyboard alone: chosen, moved everywhere, wrapped, converted and deleted', async ({ page }) => {
    await page.getByRole('tab', { name: 'Layers' }).focus();
    await press('Enter');
    await page.getByRole('treeitem').first().focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await press(key);
    await expect(page.locator('#layer-one')).toBeFocused();
    await press('Shift+ArrowDown');
    await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(2);

    await press('Alt+ArrowUp');
    await expect.poll(() => childrenOf('first')).toEqual(['one', 'two', 'grid']);
    await expect(said()).toHaveText('2 components moved: 1 to 2 of 3 in Section.');
    await press('Alt+ArrowUp');
    await expect(page.getByRole('status').filter({ hasText: 'nothing stands before it' })).toBeVisible();
    await press('Alt+Shift+ArrowLeft');
    await expect.poll(() => childrenOf(null)).toEqual(['first', 'one', 'two', 'second']);
    await press('Alt+Shift+ArrowDown');
    await expect.poll(() => childrenOf('second')).toEqual(['one', 'two', 'three']);

    await press('Alt+M');
    const dialog = page.getByRole('dialog', { name: 'Move 2 components to…' });
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('card b');
    await expectAccessible(page, 'Move to');
    await press('Enter');
    await expect.poll(() => childrenOf('b')).toEqual(['one', 'two']);
    await expect(said()).toHaveText('2 components moved: 1 to 2 of 2 in Card.');

    await press('ControlOrMeta+G');
    await page.keyboard.type('flex');
    await press('Enter');
    await expect.poll(async () => (await childrenOf('b')).length).toBe(1);
    await expect(said()).toHaveText('2 components wrapped in Flex.');
    await press('ControlOrMeta+Shift+G');
    await expect.poll(() => childrenOf('b')).toEqual(['one', 'two']);

    await press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'Selection' });
    await expect(menu).toBeVisible();
    await expectAccessible(page, 'menu of the selection', '[role="menu"]');
    await press('Escape');
    await expect(menu).toHaveCount(0);
    await press('Delete');
    await expect.poll(() => childrenOf('b')).toEqual([]);
    for (let step = 0; step < 7; step += 1) await undo();
    await screen.untilSaved();
    await expect(screen.button('Undo')).toHaveAttribute('aria-disabled', 'true');
    await expect.poll(() => childrenOf('first')).toEqual(['grid', 'one', 'two']);
  });

  test('the menu and the toolbar of the selection', async ({ page }) => {
    const { x, y } = await screen.pointOf(node('a'));
    await page.mouse.click(x, y, { button: 'right' });
    const menu = page.getByRole('menu', { name: 'Selection' });
    await menu.getByRole('menuitem', { name: 'Convert to…' }).click();
    await page.getByRole('dialog').getByRole('option', { name: /^Section/ }).click();
    await expect(said()).toHaveText('Card converted to Section.');
    await expect(screen.canvas.locator('[data-node="grid"] .pw-section__title')).toHaveText('Card a');
    await undo();
    await expect.poll(() => childrenOf('grid')).toEqual(['a', 'b', 'c']);

    await screen.click(node('b'));
    const toolbar = screen.canvas.getByRole('toolbar', { name: 'Selection' });
    await expect(toolbar).toBeVisible();
    // The canvas is shown smaller than it is, which a click on a locator does not allow for.
    await toolbar.getByRole('button', { name: 'Duplicate' }).press('Enter');
    await expect.poll(async () => (await childrenOf('grid')).length).toBe(4);
    await toolbar.getByRole('button', { name: 'Delete' }).press('Enter');
    await expect.poll(() => childrenOf('grid')).toEqual(['a', 'b', 'c']);
    await toolbar.getByRole('button', { name: 'More' }).press('Enter');
    await expect(menu).toBeVisible();
    await press('Escape');
    await crumbs().getByRole('button', { name: 'Grid' }).click();
    await expect(screen.panel.getByRole('heading', { level: 2 })).toHaveText('Grid');
  });

  test('copied from one page and pasted into another, in another tab', async ({ page, context, server, api }) => {
    await screen.click(node('a'));
    await page.keyboard.down('Control');
    await screen.click(node('b'));
    await page.keyboard.up('Control');
    await press('ControlOrMeta+C');
    await expect(said()).toHaveText('2 components copied.');

    const other = await api.call<PageAnswer>('POST', '/pages', { name: 'The other page' });
    const tab = await context.newPage();
    // Nothing but the clipboard leads from one to the other.
    await tab.addInitScript(() => {
      if (window === window.top) localStorage.removeItem('pagewright.clipboard');
    });
    const second = await EditorScreen.open(tab, server.url, other.id);
    await tab.keyboard.press('ControlOrMeta+V');
    await expect(second.canvas.locator('.pw-card__title')).toHaveText(['Card a', 'Card b']);
    await tab.keyboard.press('ControlOrMeta+Z');
    await expect(second.canvas.locator('.pw-card')).toHaveCount(0);
  });

  test.describe('from elsewhere', () => {
    // The browser's clipboard parses what the story puts onto it, and the picture's address leads nowhere.
    test.use({ provokedErrors: [/inline event handler|ERR_BLOCKED_BY_RESPONSE/] });

    test('what comes from elsewhere comes in as components, without its scripts', async ({ page }) => {
      await screen.click(node('three'));
      await page.evaluate(async () => {
        const html = '<h2>Pasted heading</h2><p onclick="alert(1)">Some <b>bold</b> words<script>document.title = "run"</script></p><ul><li>One</li><li>Two</li></ul><img src="x" onerror="alert(1)">';
        await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob(['plain'], { type: 'text/plain' }) })]);
      });
      await screen.click(node('three'));
      await press('ControlOrMeta+V');
      await expect(screen.canvas.locator('[data-node="second"] .pw-heading')).toContainText('Pasted heading');
      await screen.untilSaved();
      const [, second] = await stored();
      expect(second?.children?.content?.map(({ component }) => component)).toEqual(['text', 'heading', 'text', 'list', 'image']);
      expect(JSON.stringify(second)).not.toMatch(/script|alert|onclick|onerror/);
      await undo();
      await expect.poll(() => childrenOf('second')).toEqual(['three']);
    });
  });
});

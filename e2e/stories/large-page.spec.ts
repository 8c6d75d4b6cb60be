import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

/** 20 sections of 99 headings: 2,000 nodes. */
const structure = {
  components: Array.from({ length: 20 }, (_, section) => ({
    id: `section-${section}`,
    component: 'section',
    props: { title: `Section ${section}` },
    children: {
      content: Array.from({ length: 99 }, (_, index) => ({ id: `node-${section}-${index}`, component: 'heading', props: { text: `Heading ${section}.${index}` } })),
    },
  })),
};

test('a page of 2,000 nodes opens and edits like a small one', async ({ page, context, server, api }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Large', structure });
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, created.id);
  await expect(screen.canvas.locator('[data-node]')).toHaveCount(2000);

  await screen.select({ on: '[data-node="node-10-50"]' }, 'Heading');
  const slowest = await screen.panel.getByLabel('Text', { exact: true }).evaluate(async (field: HTMLInputElement) => {
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const costs: number[] = [];
    for (let change = 0; change < 20; change += 1) {
      const start = performance.now();
      setValue?.call(field, `Changed ${change}`);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      costs.push(performance.now() - start);
      await new Promise((painted) => requestAnimationFrame(painted));
    }
    return costs.sort((one, other) => one - other)[10] as number;
  });
  // Far above what it costs (a millisecond or two), far below what rendering 2,000 nodes would.
  expect(slowest).toBeLessThan(60);
  await expect(screen.canvas.locator('[data-node="node-10-50"]')).toHaveText('Changed 19');

  await page.keyboard.press('Escape');
  await screen.dragIn('list', { on: '[data-node="node-19-98"]', y: 1 });
  await screen.select({ on: '[data-node="section-3"] .pw-section__title' }, 'Section');
  await page.keyboard.press('Delete');
  await expect(screen.canvas.locator('[data-node]')).toHaveCount(2001 - 100);
  await screen.button('Undo').click();
  await expect(screen.canvas.locator('[data-node]')).toHaveCount(2001);
  await page.getByRole('tab', { name: 'Layers' }).click();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  expect(await page.getByRole('treeitem').count()).toBeLessThan(80);
  await screen.untilSaved();
  const stored = allNodes((await api.call<PageAnswer>('GET', `/pages/${created.id}`)).structure.components as PageNode[]);
  expect(stored).toHaveLength(2001);
  expect(stored.find(({ id }) => id === 'node-10-50')?.props?.text).toBe('Changed 19');
});

import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const heading = (id: string, text: string) => ({ id, component: 'heading', props: { text, level: 'h2' } });

test('two versions are compared side by side, and one part comes back', async ({ page, context, server, api }) => {
  test.setTimeout(90_000);
  const made = await api.call<PageAnswer>('POST', '/pages', { name: 'Compared', structure: { components: [heading('a', 'Opening hours'), heading('b', 'Prices'), heading('c', 'Ways here')] } });
  await api.call('PUT', `/pages/${made.id}`, { structure: { components: [heading('a', 'Opening times'), heading('c', 'Ways here'), heading('d', 'Parking')] } });
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, made.id);
  await screen.button('History').click();
  const dialog = page.getByRole('dialog', { name: 'History' });
  const changes = dialog.getByRole('region', { name: /changes?$/ });

  // Nothing runs in the frames of a comparison: the editor's own document looks into them.
  const outlined = (title: string): Promise<string[]> =>
    page.evaluate((name) => {
      const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="${name}"]`);
      const nodes = [...(frame?.contentDocument?.querySelectorAll<HTMLElement>('[data-node]') ?? [])];
      return nodes.filter((node) => getComputedStyle(node).outlineStyle === 'solid').map(({ dataset }) => dataset.node ?? '');
    }, title);

  await test.step('the first version, and the page as it is', async () => {
    await dialog.getByRole('button', { name: /Version 1/ }).click();
    await dialog.getByRole('radio', { name: 'Compare' }).click();
    await expect(changes.getByRole('heading')).toHaveText('3 changes');
    await expect(changes.getByRole('listitem')).toHaveCount(3);
    await expect.poll(() => outlined('Version 1')).toEqual(['a', 'b']);
    await expect.poll(() => outlined('The page now')).toEqual(['a', 'd']);
    await expectAccessible(page, 'the comparison');
  });

  await test.step('walked through by the keyboard', async () => {
    await changes.getByRole('listitem').first().getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await expect(changes.getByText('1 of 3')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(changes.getByText('2 of 3')).toBeVisible();
    await page.keyboard.press('End');
    await expect(changes.getByText('3 of 3')).toBeVisible();
    await expect(changes.locator('[aria-current="true"]')).toHaveCount(1);
  });

  await test.step('one part comes back, and nothing else', async () => {
    await changes.getByRole('listitem').filter({ hasText: 'Prices' }).getByRole('button', { name: /^Bring this part back/ }).click();
    await expect(changes.getByRole('heading')).toHaveText('2 changes');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(screen.canvas.locator('[data-node="b"]')).toHaveText('Prices');
    await expect(screen.canvas.locator('[data-node="a"]')).toHaveText('Opening times');
  });
});

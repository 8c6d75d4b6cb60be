import { EditorScreen } from '../screens/editor-screen.ts';
import { Api, type Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

test.use({ provokedErrors: [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket|ERR_EMPTY_RESPONSE/] });

const textOf = (nodes: PageNode[], id: string): string => String(nodes.find((node) => node.id === id)?.props?.text ?? '');

test('kill -9 of the server loses nothing that was saved, and what was pending follows', async ({ page, context }) => {
  test.slow();
  const server = await PagewrightServer.start();
  try {
    let api = await Api.signIn(server.url);
    const created = await api.call<PageAnswer>('POST', '/pages', {
      name: 'Crash',
      structure: { components: [{ id: 'typed', component: 'heading', props: { text: 'x' } }, { id: 'anchor', component: 'text' }] },
    });
    const stored = async (): Promise<PageNode[]> =>
      allNodes((await api.call<PageAnswer>('GET', `/pages/${created.id}`)).structure.components as PageNode[]);
    await signInContext(context, server);
    const screen = await EditorScreen.open(page, server.url, created.id);
    const restart = async (): Promise<void> => {
      await server.launch();
      api = await Api.signIn(server.url);
    };

    for (const round of [1, 2, 3]) {
      await test.step(`amid typing, round ${round}`, async () => {
        await screen.select({ on: '[data-node="typed"]' }, 'Heading');
        const field = screen.panel.getByLabel('Text', { exact: true });
        await field.fill(`Round ${round}: `);
        // What the toolbar called saved, at every moment that it did: the value that was in the field before it said so.
        await page.evaluate((prefix) => {
          const input = [...document.querySelectorAll<HTMLInputElement>('aside input')].find(({ value }) => value.startsWith(prefix)) as HTMLInputElement;
          const state = document.querySelector('[data-save-state]') as HTMLElement;
          const seen = window as unknown as { savedText: string };
          seen.savedText = '';
          new MutationObserver(() => {
            if (state.dataset.saveState === 'saved') seen.savedText = input.value;
          }).observe(state, { attributes: true });
        }, `Round ${round}: `);
        const text = 'the quick brown fox jumps over the lazy dog again and again';
        const typing = field.pressSequentially(text, { delay: 12 });
        await expect.poll(() => page.evaluate(() => (window as unknown as { savedText: string }).savedText.length)).toBeGreaterThan(15);
        await server.crash();
        await typing;
        await expect(screen.saveState).toHaveText(/^Offline, \d+ changes? kept$/);
        const saved = await page.evaluate(() => (window as unknown as { savedText: string }).savedText);

        if (round === 3) await page.close({ runBeforeUnload: false });
        await restart();
        if (round === 3) expect(textOf(await stored(), 'typed').startsWith(saved)).toBe(true);
        else {
          await screen.untilSaved();
          expect(textOf(await stored(), 'typed')).toBe(`Round ${round}: ${text}`);
        }
      });
    }

    await test.step('a tab that was closed while the server was away brings its changes to the next one', async () => {
      const next = await EditorScreen.open(await context.newPage(), server.url, created.id);
      await next.untilSaved();
      await expect(next.canvas.locator('[data-node="typed"]')).toContainText('over the lazy dog again and again');
      expect(textOf(await stored(), 'typed')).toContain('over the lazy dog again and again');

      await test.step('amid dragging', async () => {
        const item = next.sidebarItem('button');
        await item.hover();
        await next.page.mouse.down();
        const { x, y } = await next.pointOf({ on: '[data-node="anchor"]', y: 1 });
        await next.page.mouse.move(x, y, { steps: 5 });
        await server.crash();
        await next.page.mouse.move(x, y + 1);
        await next.page.mouse.up();
        await expect(next.canvas.locator('.pw-button')).toHaveCount(1);
        await expect(next.saveState).toHaveText('Offline, 1 change kept');
        await restart();
        await next.untilSaved();
        expect((await stored()).map(({ component }) => component)).toEqual(['heading', 'text', 'button']);
      });

      await test.step('a reload shows the same', async () => {
        await next.page.reload();
        await next.untilOpen();
        await expect(next.canvas.locator('.pw-button')).toHaveCount(1);
        await expect(next.canvas.locator('[data-node="typed"]')).toContainText('over the lazy dog again and again');
      });
    });
  } finally {
    await server.remove();
  }
});

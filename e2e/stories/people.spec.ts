import type { Browser, BrowserContext } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import { addMember } from '../server/add-member.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import type { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, listenForErrors, signInContext, test } from '../server/pagewright-test.ts';

interface Author {
  context: BrowserContext;
  screen: EditorScreen;
  errors: string[];
}

async function openAs(browser: Browser, server: PagewrightServer, pageId: string, member?: ReturnType<typeof addMember>): Promise<Author> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const errors = listenForErrors(context);
  await signInContext(context, server, member);
  return { context, errors, screen: await EditorScreen.open(await context.newPage(), server.url, pageId) };
}

const here = ({ screen }: Author) => screen.page.getByRole('button', { name: /^Also here:/ });

test('two people see that the other is on the page, and where', async ({ browser, server, api }) => {
  test.setTimeout(60_000);
  const page = await api.call<PageAnswer>('POST', '/pages', {
    name: 'Seen',
    structure: { components: [{ id: 'first', component: 'heading', props: { text: 'First' } }, { id: 'second', component: 'heading', props: { text: 'Second' } }] },
  });
  const member = addMember(server, 'editor', 'grace');
  const ada = await openAs(browser, server, page.id);
  await expect(here(ada)).toHaveCount(0);
  const grace = await openAs(browser, server, page.id, member);

  await test.step('they are named in the toolbar', async () => {
    await expect(here(ada)).toHaveAccessibleName('Also here: grace');
    await expect(here(grace)).toBeVisible();
  });

  await test.step('where they are, and that they type', async () => {
    await grace.screen.select({ on: '[data-node="second"]' }, 'Heading');
    await here(ada).click();
    const people = ada.screen.page.getByRole('dialog', { name: 'People on this page' });
    await expect(people.getByText('grace')).toBeVisible();
    await expect(people.getByRole('button', { name: 'Show where grace is' })).toBeVisible();
    await expectAccessible(ada.screen.page, 'the people on the page');
    const { x, y } = await grace.screen.pointOf({ on: '[data-node="second"]' });
    await grace.screen.page.mouse.dblclick(x, y);
    await expect(people.getByText('Typing…')).toBeVisible();
    await grace.screen.page.keyboard.press('Escape');
    await expect(people.getByText('Typing…')).toHaveCount(0);
    await people.getByRole('button', { name: 'Show where grace is' }).click();
    await expect(people).toHaveCount(0);
  });

  await test.step('the layers say who has what selected', async () => {
    await ada.screen.page.getByRole('tab', { name: 'Layers' }).click();
    const layers = ada.screen.page.getByRole('tree', { name: 'Layers' });
    await expect(layers.getByRole('treeitem', { name: /Second.*selected by grace/ })).toBeVisible();
    await expect(layers.getByRole('treeitem', { name: /selected by/ })).toHaveCount(1);
    await expectAccessible(ada.screen.page, 'the layers with people');
  });

  await test.step('it is no change: nothing to undo, no version', async () => {
    for (const { screen } of [ada, grace]) await expect(screen.button('Undo')).toHaveAttribute('aria-disabled', 'true');
    expect((await api.call<{ total: number }>('GET', `/pages/${page.id}/versions`)).total).toBe(1);
  });

  await test.step('it ends when they leave', async () => {
    expect(grace.errors).toEqual([]);
    await grace.context.close();
    await expect(here(ada)).toHaveCount(0);
    expect(ada.errors).toEqual([]);
    await ada.context.close();
  });
});

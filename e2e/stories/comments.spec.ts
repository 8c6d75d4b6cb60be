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

test('people talk about a part of the page', async ({ browser, server, api }) => {
  test.setTimeout(90_000);
  const page = await api.call<PageAnswer>('POST', '/pages', {
    name: 'Talked about',
    structure: { components: [{ id: 'title', component: 'heading', props: { text: 'Opening hours' } }, { id: 'words', component: 'text' }] },
  });
  const member = addMember(server, 'viewer', 'hopper');
  const ada = await openAs(browser, server, page.id);
  const hopper = await openAs(browser, server, page.id, member);
  const panelOf = ({ screen }: Author) => screen.page.getByRole('complementary', { name: 'Comments' });
  const said = (author: Author) => panelOf(author).getByRole('list', { name: /comments$/ });
  const composer = (author: Author) => panelOf(author).getByRole('textbox', { name: 'Comment on Heading' });

  await test.step('begun by the keyboard alone, with a mention', async () => {
    await ada.screen.select({ on: '[data-node="title"]' }, 'Heading');
    await ada.screen.page.keyboard.press('ControlOrMeta+Alt+M');
    await expect(composer(ada)).toBeFocused();
    await ada.screen.page.keyboard.type('Is this still right, @hop');
    await expect(ada.screen.page.getByRole('option', { name: 'hopper' })).toBeVisible();
    await ada.screen.page.keyboard.press('Enter');
    await ada.screen.page.keyboard.type('?');
    await ada.screen.page.keyboard.press('ControlOrMeta+Enter');
    await expect(said(ada).getByText('Is this still right')).toBeVisible();
    await expect(said(ada).getByText('@hopper')).toBeVisible();
    await expectAccessible(ada.screen.page, 'the comments');
  });

  await test.step('seen by the other at once, who answers from the canvas', async () => {
    await expect(hopper.screen.page.getByRole('button', { name: 'Comments, 1 open' })).toBeVisible();
    const { x, y } = await hopper.screen.pointOf({ on: '[data-node="title"]', x: 1, y: 0 });
    await hopper.screen.page.mouse.click(x - 12, y + 10);
    await panelOf(hopper).getByRole('textbox', { name: 'Answer' }).fill('Until <b>spring</b>.');
    await hopper.screen.page.keyboard.press('ControlOrMeta+Enter');
    await expect(said(ada).getByText('Until <b>spring</b>.')).toBeVisible();
    await expect(panelOf(hopper).getByRole('button', { name: 'Resolve' })).toHaveCount(0);
  });

  await test.step('kept when the part is removed, and when it comes back', async () => {
    await ada.screen.click({ on: '[data-node="title"]' });
    await ada.screen.page.keyboard.press('Delete');
    await expect(panelOf(hopper).getByText('On a removed part')).toBeVisible();
    await ada.screen.page.keyboard.press('ControlOrMeta+Z');
    await expect(panelOf(hopper).getByText('On a removed part')).toHaveCount(0);
  });

  await test.step('resolved, and found among what is resolved', async () => {
    await panelOf(ada).getByRole('button', { name: 'Resolve' }).click();
    await expect(panelOf(hopper).getByText('Nothing to talk about')).toBeVisible();
    await panelOf(hopper).getByRole('radio', { name: 'Resolved 1' }).click();
    await expect(said(hopper).getByText('Is this still right')).toBeVisible();
  });

  await test.step('nothing of it is in the page', async () => {
    const preview = await (await api.request('GET', `/pages/${page.id}/preview`)).text();
    expect(preview).toContain('Opening hours');
    expect(preview).not.toContain('still right');
    expect((await api.call<{ total: number }>('GET', `/pages/${page.id}/versions`)).total).toBe(1);
    for (const { errors, context } of [ada, hopper]) {
      expect(errors).toEqual([]);
      await context.close();
    }
  });
});

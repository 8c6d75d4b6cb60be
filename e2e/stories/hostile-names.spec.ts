import { nameEverything } from '../hostile/name-everything.ts';
import { hostileTexts } from '../hostile/payloads.ts';
import { dangersIn, expectNothingRan, watchDialogs } from '../hostile/traces.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import { Api, type Page as PageAnswer } from '../server/api.ts';
import { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

/** What the shell itself has: its modules, and pictures of pages, which are documents in frames without scripts. */
const ours = 'head > script[src], head > link, iframe[sandbox=""][srcdoc]';

/** Answers every question of the page's form with payloads, as its visitors can. */
async function answerForm(address: string, texts: readonly string[]): Promise<void> {
  const answers = new URLSearchParams(Array.from({ length: 20 }, (_, index) => [`answer${index}`, texts.slice(index * 6, index * 6 + 6).join(' ')]));
  const { status } = await fetch(`${address}?form=ask`, { method: 'POST', body: answers, redirect: 'manual' });
  expect(status).toBe(303);
}

/** The screens outside the editor on which names stand that others chose. */
const screens = [
  ...['', '?tab=components', '?tab=templates', '?tab=forms', '?tab=trash', '/new', '/components/own-0', '/releases'],
  ...['people', 'teams', 'environments', 'webhooks', 'api-tokens', 'audit-log'].map((section) => `/settings/${section}`),
];

// Without the content security policy, which would hide what the editor let through.
test.use({ bypassCSP: true, provokedErrors: [/ERR_|status of 40[04]/] });

test('no payload in any name, description, message, comment or answer runs on any screen', async ({ page, context }) => {
  test.setTimeout(180_000);
  const dialogs = watchDialogs(context);
  const server = await PagewrightServer.start();
  try {
    const api = await Api.signIn(server.url);
    const named = await nameEverything(api, hostileTexts);
    const { items: environments } = await api.call<{ items: { id: string; name: string }[] }>('GET', '/environments');
    await api.call('POST', `/pages/${named.id}/publish`, { environmentId: environments.find(({ name }) => name === 'Production')?.id, message: hostileTexts[2] });
    await answerForm(`${server.sitesUrl}/named`, hostileTexts);
    const { items } = await api.call<{ items: PageAnswer[] }>('GET', '/pages?limit=100');
    await api.call('DELETE', `/pages/${items.find(({ name }) => name === hostileTexts.at(-1))?.id}`);
    await signInContext(context, server);

    for (const path of screens)
      await test.step(`/page-builder${path}`, async () => {
        await page.goto(`${server.url}/page-builder${path}`);
        await expect(page.getByText(/self\.hacked/).first()).toBeVisible();
        expect(await dangersIn(page.mainFrame(), ours)).toEqual([]);
        await expectNothingRan(page, path);
      });

    await test.step('in the editor and its panels and dialogs', async () => {
      const screen = await EditorScreen.open(page, server.url, named.id);
      const look = async (where: string): Promise<void> => {
        expect(await dangersIn(page.mainFrame(), ours)).toEqual([]);
        await expectNothingRan(page, where);
      };
      await page.getByRole('tab', { name: 'Layers' }).click();
      await expect(page.getByRole('treeitem').nth(5)).toBeVisible();
      await look('in the layers');
      await page.getByRole('tab', { name: 'Components' }).click();
      await expect(screen.sidebarItem('own-0')).toBeAttached();
      await screen.sidebarItem('own-0').hover();
      await look('in the components');
      await page.keyboard.press('ControlOrMeta+K');
      await page.getByRole('combobox', { name: 'Command' }).fill('hacked');
      await expect(page.getByRole('option').first()).toBeVisible();
      await look('in the palette');
      await page.keyboard.press('Escape');
      await screen.button('Comments, 10 open').click();
      await expect(page.getByRole('complementary', { name: 'Comments' }).getByRole('listitem').first()).toBeVisible();
      await look('in the comments');
      await page.keyboard.press('Escape');
      await screen.button('History').click();
      await expect(page.getByRole('dialog', { name: 'History' }).getByRole('button', { name: /Version/ }).nth(5)).toBeVisible();
      await look('in the history');
      await page.keyboard.press('Escape');
      await screen.button('Publish').click();
      await expect(page.getByRole('dialog').getByText(hostileTexts[0] as string).first()).toBeVisible();
      await look('in the publish dialog');
    });
    expect(dialogs).toEqual([]);
  } finally {
    await server.remove();
  }
});

import { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, test } from '../server/pagewright-test.ts';

test.use({ provokedErrors: [/auth\/first-run\)$|ERR_CONNECTION_REFUSED/] });

test('the terminal’s link makes the first account, once', async ({ page, browser }) => {
  const fresh = await PagewrightServer.start({ administrator: null });
  try {
    const link = await test.step('the terminal shows one link', async () => {
      await expect.poll(() => fresh.output).toMatch(/http\S+welcome\?token=\S+/);
      return (/http\S+welcome\?token=\S+/.exec(fresh.output) as RegExpExecArray)[0].replace('localhost', '127.0.0.1');
    });

    await test.step('it asks for an e-mail address and a password', async () => {
      await page.goto(link);
      await page.getByLabel('E-mail').fill('ada@example.org');
      await page.getByLabel('Password', { exact: true }).fill('short');
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(page.getByText('too short')).toBeVisible();
      await page.getByLabel('Password', { exact: true }).fill('a rather long password');
      await page.getByRole('button', { name: 'Create account' }).click();
    });

    await test.step('and leads to three pages, templates and the component library', async () => {
      await expect(page).toHaveURL(`${fresh.url}/page-builder`);
      await expect(page.getByRole('list', { name: 'Pages' }).getByRole('listitem')).toHaveCount(3);
      await expect(page.getByText('3 pages')).toBeVisible();
      await page.getByRole('tab', { name: 'Templates' }).click();
      await expect(page.getByRole('list', { name: 'Templates' }).locator(':scope > li')).toHaveCount(12);
      await page.getByRole('tab', { name: 'Component library' }).click();
      for (const category of ['Layout', 'Content', 'Forms', 'Media', 'Tables and charts']) {
        const components = page.getByRole('list', { name: category, exact: true }).getByRole('listitem');
        await expect(components.nth(1), category).toBeAttached();
      }
    });

    await test.step('the link is used up', async () => {
      const stranger = await browser.newPage();
      await stranger.goto(link);
      await stranger.getByLabel('E-mail').fill('eve@example.org');
      await stranger.getByLabel('Password', { exact: true }).fill('another long password');
      await stranger.getByRole('button', { name: 'Create account' }).click();
      await expect(stranger.getByRole('alert')).toContainText('has been used already');
      await stranger.close();
    });

    await test.step('the account is there after a restart, and no link is printed any more', async () => {
      await fresh.crash();
      fresh.output = '';
      await fresh.launch();
      expect(fresh.output).not.toContain('token=');
      await page.reload();
      await expect(page.getByText('Create Page').first()).toBeVisible();
    });
  } finally {
    await fresh.remove();
  }
});

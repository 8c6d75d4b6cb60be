import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from '../browser/accessibility.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import { addMember } from '../server/add-member.ts';
import { Api, type Page as PageAnswer } from '../server/api.ts';
import { allNodes, type PageNode } from '../server/page-content.ts';
import { administrator, PagewrightServer } from '../server/pagewright-server.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

test.use({ provokedErrors: [/status of 40[14]|status of 507|WebSocket|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/] });

const structure = { components: [{ id: 'words', component: 'heading', props: { text: 'Before' } }] };
const textIn = (page: PageAnswer): unknown => allNodes(page.structure.components as PageNode[]).find(({ id }) => id === 'words')?.props?.text;

async function write(screen: EditorScreen, text: string): Promise<void> {
  await screen.select({ on: '[data-node="words"]' }, 'Heading');
  await screen.panel.getByLabel('Text', { exact: true }).fill(text);
}

test('a session that ends amid the work is renewed in place', async ({ page, context, server, api }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Session', structure });
  await signInContext(context, server);
  const screen = await EditorScreen.open(page, server.url, created.id);
  const address = page.url();
  await screen.untilQuiet();
  // All but the API client's own.
  await api.call('DELETE', '/auth/sessions');
  await write(screen, 'Written in a session that has ended');

  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toBeVisible();
  await expect(screen.saveState).toHaveText(/^Signed out, \d+ changes? kept$/);
  await expect(screen.canvas.locator('[data-node="words"]')).toHaveText('Written in a session that has ended');
  await expectAccessible(page, 'signing in again');
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Password', { exact: true }).fill('not this one');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The password is not right.')).toBeVisible();
  await dialog.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await screen.untilSaved();
  expect(page.url()).toBe(address);
  expect(textIn(await api.call<PageAnswer>('GET', `/pages/${created.id}`))).toBe('Written in a session that has ended');
  await screen.button('Undo').click();
  await expect(screen.canvas.locator('[data-node="words"]')).toHaveText('Before');
});

test('a page that somebody deletes while it is open can be kept or restored', async ({ page, context, server, api }) => {
  await signInContext(context, server);

  await test.step('a copy has what had not been sent, too', async () => {
    const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Deleted', structure });
    const screen = await EditorScreen.open(page, server.url, created.id);
    await screen.untilQuiet();
    await context.setOffline(true);
    await write(screen, 'Written without a network');
    await expect(screen.saveState).toHaveText(/^Offline, \d+ changes? kept$/);
    await api.call('DELETE', `/pages/${created.id}`);
    await context.setOffline(false);
    const dialog = page.getByRole('dialog', { name: 'This page is gone' });
    await expect(dialog).toContainText('that had not reached the server');
    await expect(screen.saveState).toHaveText(/^Deleted, \d+ changes? kept$/);
    await expectAccessible(page, 'a deleted page');
    await dialog.getByRole('button', { name: 'Keep a copy' }).click();
    await page.waitForURL((url) => !url.pathname.includes(created.id));
    await screen.untilOpen();
    await expect(page.locator('h1')).toHaveText('Deleted (copy)');
    await expect(screen.canvas.locator('[data-node="words"]')).toHaveText('Written without a network');
  });

  await test.step('restored, it goes on', async () => {
    const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Restored', structure });
    const screen = await EditorScreen.open(page, server.url, created.id);
    await write(screen, 'Still there');
    await screen.untilSaved();
    await api.call('DELETE', `/pages/${created.id}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Restore the page' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await screen.untilSaved();
    await write(screen, 'And changed again');
    await screen.untilSaved();
    expect(textIn(await api.call<PageAnswer>('GET', `/pages/${created.id}`))).toBe('And changed again');
  });
});

test('a right to edit that is taken away keeps what had not been sent', async ({ browser, server, api }) => {
  test.slow();
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Limited', structure });
  const giveAccess = (access: 'open' | 'limited') => api.call('PUT', `/pages/${created.id}/access`, { access });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await signInContext(context, server, addMember(server, 'editor', 'limited-editor'));
  const screen = await EditorScreen.open(await context.newPage(), server.url, created.id);
  const words = screen.canvas.locator('[data-node="words"]');
  const kept = screen.page.getByText(/of yours ha(s|ve) not reached the server/);
  const loseRight = async (text: string) => {
    await screen.untilQuiet();
    await context.setOffline(true);
    await write(screen, text);
    await giveAccess('limited');
    await context.setOffline(false);
    await expect(kept).toBeVisible({ timeout: 20_000 });
    await expect(screen.saveState).toHaveText(/^View only, \d+ changes? kept$/);
    await expect(words).toHaveText(text);
  };

  await test.step('until it comes back, also in a tab that is opened anew', async () => {
    await loseRight('Written in time');
    await expectAccessible(screen.page, 'changes that may not be sent');
    await screen.page.reload();
    await expect(kept).toBeVisible({ timeout: 20_000 });
    await expect(words).toHaveText('Written in time');
    expect(textIn(await api.call<PageAnswer>('GET', `/pages/${created.id}`))).toBe('Before');
    await giveAccess('open');
    await screen.untilSaved();
    await expect(kept).toHaveCount(0);
    expect(textIn(await api.call<PageAnswer>('GET', `/pages/${created.id}`))).toBe('Written in time');
  });

  await test.step('or until it is discarded', async () => {
    await loseRight('Given up');
    await screen.button('Discard…').click();
    await screen.page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await expect(words).toHaveText('Written in time');
    await expect(kept).toHaveCount(0);
    await screen.untilSaved();
  });
  await context.close();
});

test('a server that is restarted, and a tab that is closed meanwhile', async ({ page, context }) => {
  test.slow();
  const server = await PagewrightServer.start();
  try {
    let api = await Api.signIn(server.url);
    const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Restart', structure });
    await signInContext(context, server);
    const screen = await EditorScreen.open(page, server.url, created.id);
    await server.shutDown();
    await write(screen, 'Written while the server was away');
    await expect(screen.saveState).toHaveText(/^Offline, \d+ changes? kept$/);
    await page.close({ runBeforeUnload: false });

    await server.launch();
    api = await Api.signIn(server.url);
    const next = await context.newPage();
    await next.goto(`${server.url}/page-builder`);
    const notice = next.getByText(/to “Restart” ha(s|ve) not reached the server yet/);
    await expect(notice).toBeVisible();
    expect(textIn(await api.call<PageAnswer>('GET', `/pages/${created.id}`))).toBe('Before');
    await next.getByRole('link', { name: 'Open and send' }).click();
    await new EditorScreen(next).untilOpen();
    expect(textIn(await api.call<PageAnswer>('GET', `/pages/${created.id}`))).toBe('Written while the server was away');
    await next.getByRole('link', { name: 'All pages' }).click();
    await expect(next.getByRole('list', { name: 'Pages' })).toBeVisible();
    await expect(notice).toHaveCount(0);
  } finally {
    await server.remove();
  }
});

/** A file system of its own that can be filled up; null where the one who runs this may not mount any. */
async function smallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'pagewright-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
}

test('a full disk is named as what it is, and nothing is lost', async ({ page, context }) => {
  test.slow();
  const disk = await smallDisk();
  test.skip(disk === null, 'no file system may be mounted here');
  if (disk === null) return;
  const server = await PagewrightServer.start({ folder: join(disk, 'data') });
  try {
    const api = await Api.signIn(server.url);
    const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Full', structure });
    await signInContext(context, server);
    const screen = await EditorScreen.open(page, server.url, created.id);
    const { bavail, bsize } = statfsSync(disk);
    await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize - bsize)).catch(() => undefined);

    const text = 'x'.repeat(190);
    for (let round = 0; round < 40 && (await screen.saveState.getAttribute('data-save-state')) !== 'server-full'; round += 1) {
      await write(screen, `${round} ${text}`);
      await page.waitForTimeout(150);
    }
    await expect(screen.saveState).toHaveText(/^Server full, \d+ changes? kept$/);
    await write(screen, 'Written on a full disk');
    await expect(screen.saveState).toHaveText(/^Server full, \d+ changes? kept$/);
    await expectAccessible(page, 'a full server');

    await rm(join(disk, 'filler'));
    await expect(screen.saveState).toHaveText('Saved', { timeout: 60_000 });
    expect(textIn(await api.call<PageAnswer>('GET', `/pages/${created.id}`))).toBe('Written on a full disk');
  } finally {
    await server.remove();
    execFileSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true, force: true });
  }
});

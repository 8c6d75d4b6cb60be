import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../browser/accessibility.ts';
import { addMember, addMembers } from '../server/add-member.ts';
import { Api, type Page as PageAnswer } from '../server/api.ts';
import { administrator, type PagewrightServer } from '../server/pagewright-server.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

interface Listed {
  items: { id: string; name: string; email: string }[];
  total: number;
}

async function openSettings(page: Page, server: PagewrightServer, section: string): Promise<void> {
  await page.goto(`${server.url}/page-builder/settings/${section}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-label^="Loading"]')).toHaveCount(0);
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const listOf = (page: Page, name: string) => page.getByRole('list', { name, exact: true });

// Whoever is removed asks once more with what was theirs.
test.use({ provokedErrors: [/status of 40[14]/] });

test('somebody is invited, joins, gets another role, and leaves their pages to somebody else', async ({ dashboard: page, server, api, browser }) => {
  let link = '';
  await test.step('the settings are reached from everywhere', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    await expect(page).toHaveTitle(/People/);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').fill('api tokens');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'API tokens' })).toBeVisible();
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'People' }).click();
  });

  await test.step('an invitation gives a link where the server sends no e-mail', async () => {
    await page.getByRole('button', { name: 'Invite people' }).click();
    await expect(page.getByLabel('E-mail addresses')).toBeFocused();
    await page.keyboard.type('lin@example.org');
    await page.getByRole('radio', { name: 'Viewer' }).click();
    await expectAccessible(page, 'inviting people');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    link = await page.getByRole('textbox', { name: 'Link for lin@example.org' }).inputValue();
    expect(link).toContain('/page-builder/invitation?token=');
    await expectAccessible(page, 'the link of an invitation');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('button', { name: 'Invite people' })).toBeFocused();
    await expect(listOf(page, 'Invitations')).toContainText('lin@example.org');
  });

  const theirs = await browser.newContext();
  const lin = await theirs.newPage();
  await test.step('who opens it joins', async () => {
    await lin.goto(link.replace(/^https?:\/\/[^/]+/, server.url));
    await lin.getByLabel(/^Your name/).fill('Lin');
    await lin.getByLabel('Password', { exact: true }).fill('nine lanterns in the garden');
    await lin.locator('button[type="submit"]').click();
    await expect(lin.getByRole('tab', { name: 'Pages' })).toBeVisible();
    await page.reload();
    await expect(listOf(page, 'Members')).toContainText('lin@example.org');
    await expect(page.getByRole('list', { name: 'Invitations' })).toHaveCount(0);
  });

  await test.step('another role counts at once', async () => {
    await choose(page, 'Lin', 'Change role…');
    const dialog = page.getByRole('dialog', { name: 'Role of Lin' });
    await dialog.getByRole('radio', { name: 'Editor' }).focus();
    await page.keyboard.press('Space');
    await expectAccessible(page, 'changing a role');
    await dialog.getByRole('button', { name: 'Change role' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(listOf(page, 'Members').getByRole('listitem').filter({ hasText: 'lin@' })).toContainText('Editor');
  });

  const asLin = await Api.signIn(server.url, { email: 'lin@example.org', password: 'nine lanterns in the garden' });
  const made = await asLin.call<PageAnswer>('POST', '/pages', { name: 'Lin’s page' });
  await asLin.call('PUT', `/pages/${made.id}/access`, { access: 'restricted' });

  await test.step('their pages go to somebody else, and they are out at once', async () => {
    await choose(page, 'Lin', 'Remove…');
    const dialog = page.getByRole('dialog', { name: 'Remove Lin?' });
    await dialog.getByRole('radio', { name: 'Hand it over to somebody' }).click();
    await dialog.getByRole('searchbox', { name: 'New owner' }).fill('admin');
    await dialog.getByRole('button', { name: /^Choose admin/ }).click();
    await expectAccessible(page, 'removing a member');
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(listOf(page, 'Members')).not.toContainText('lin@example.org');
    const { items } = await api.call<Listed>('GET', `/users?search=${administrator.email}`);
    expect((await api.call<PageAnswer>('GET', `/pages/${made.id}`)).ownerId).toBe(items[0]?.id);
    expect((await asLin.request('GET', '/pages')).status).toBe(401);
    // The row is gone, and with it what had the focus: one goes on at its neighbour.
    await expect(page.locator('button:focus')).toHaveAccessibleName(/^More about/);
  });
  await theirs.close();
});

test('what can’t be done is said, and what somebody else did meanwhile too', async ({ page, context, server, api }) => {
  await signInContext(context, server);
  await openSettings(page, server, 'people?show=admin');
  const [admin] = (await api.call<Listed>('GET', `/users?search=${administrator.email}`)).items;
  const name = admin?.name ?? '';
  await choose(page, name, 'Remove…');
  await expect(page.getByRole('dialog', { name: 'You are the last administrator' })).toContainText('Make somebody else an administrator first');
  await expectAccessible(page, 'the last administrator');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: `More about ${name}`, exact: true })).toBeFocused();

  addMember(server, 'editor', 'fleeting');
  const [fleeting] = (await api.call<Listed>('GET', '/users?search=fleeting')).items;
  await openSettings(page, server, 'people?search=fleeting');
  await choose(page, 'fleeting', 'Change role…');
  await api.call('DELETE', `/users/${fleeting?.id ?? ''}`);
  await page.getByRole('radio', { name: 'Viewer' }).click();
  await page.getByRole('button', { name: 'Change role' }).click();
  await expect(page.getByText(/fleeting is no member any more/)).toBeVisible();
  await expect(page.getByText('Nobody matches')).toBeVisible();
});

test('a thousand members are found as quickly as ten', async ({ page, context, server }) => {
  addMembers(
    server,
    'viewer',
    Array.from({ length: 1000 }, (_, index) => `crowd-${String(index).padStart(4, '0')}`),
  );
  await signInContext(context, server);
  await openSettings(page, server, 'people?show=viewer');
  const rows = listOf(page, 'Members').getByRole('listitem');
  await expect(rows).toHaveCount(50);
  await expect(page.getByRole('status').filter({ hasText: /^1,?0\d\d members$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows).toHaveCount(100);
  await page.getByRole('searchbox', { name: 'Search people' }).fill('crowd-0777');
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/search=crowd-0777/);
});

test('a team is made, gets people, and is deleted when no page needs it', async ({ page, context, server, api }) => {
  addMember(server, 'editor', 'tomas');
  await signInContext(context, server);
  await openSettings(page, server, 'teams');
  await page.getByRole('button', { name: 'New team' }).click();
  await page.keyboard.type('Press');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Press' })).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';

  await test.step('people come and go', async () => {
    await page.getByRole('searchbox', { name: 'Add somebody to the team' }).fill('tomas');
    await page.getByRole('button', { name: 'Add tomas' }).click();
    const members = listOf(page, 'Members of the team');
    await expect(members).toContainText('tomas@example.org');
    await expectAccessible(page, 'a team');
    await page.getByRole('button', { name: 'Take out tomas' }).click();
    await expect(page.getByText('Nobody is in this team yet')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(members).toContainText('tomas@example.org');
  });

  await test.step('renaming', async () => {
    await choose(page, 'Press', 'Rename…');
    await page.getByRole('textbox', { name: 'Name' }).fill('Press and media');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Press and media' })).toBeVisible();
  });

  await test.step('pages keep it, by name', async () => {
    const made = await api.call<PageAnswer>('POST', '/pages', { name: 'Press releases' });
    await api.call('PUT', `/pages/${made.id}/team`, { teamId: id });
    await choose(page, 'Press and media', 'Delete…');
    await expect(page.getByRole('dialog').getByRole('link', { name: 'Press releases' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Delete team' })).toBeDisabled();
    await expectAccessible(page, 'a team to which a page belongs');
    await page.keyboard.press('Escape');
    await api.call('PUT', `/pages/${made.id}/team`, { teamId: null });
    await choose(page, 'Press and media', 'Delete…');
    await page.getByRole('button', { name: 'Delete team' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Teams' })).toBeVisible();
    await expect(page.getByText('Press and media', { exact: true })).toHaveCount(0);
  });
});

test('the audit log tells in sentences, narrows down, and is downloaded', async ({ page, context, server, api }) => {
  const made = await api.call<PageAnswer>('POST', '/pages', { name: 'Told of' });
  await api.call('DELETE', `/pages/${made.id}`);
  await signInContext(context, server);
  await openSettings(page, server, 'audit-log');
  const log = listOf(page, 'Audit log');
  await expect(log).toContainText('put into the trash the page “Told of”');
  await expect(log).toContainText('signed in on');
  await expectAccessible(page, 'the audit log');
  await log.getByRole('listitem').filter({ hasText: 'put into the trash the page “Told of”' }).locator('summary').click();
  await expectAccessible(page, 'an entry of the audit log');
  await page.getByRole('button', { name: 'Only what concerns Told of' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 entries' })).toBeVisible();
  await page.getByLabel('To').fill('2020-01-01');
  await expect(page.getByText('Nothing of that kind was done')).toBeVisible();
  await page.getByLabel('To').fill('');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await (await downloading).path();
  const lines = (await readFile(file, 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('"page.deleted"');
});

test('everybody is shown what is for them', async ({ browser, server }) => {
  for (const [role, links] of [
    ['editor', ['Teams', 'Profile', 'Password and devices', 'API tokens']],
    ['viewer', ['Profile', 'Password and devices', 'API tokens']],
  ] as const) {
    const context = await browser.newContext();
    await signInContext(context, server, addMember(server, role, `plain-${role}`));
    const page = await context.newPage();
    await openSettings(page, server, 'people');
    await expect(page.getByText('This is not for your role')).toBeVisible();
    for (const link of links) await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: link })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'People' })).toHaveCount(0);
    await expectAccessible(page, `the settings of a ${role}`);
    await context.close();
  }
});

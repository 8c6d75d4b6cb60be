import { expectAccessible } from '../browser/accessibility.ts';
import { addMember } from '../server/add-member.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const changed = 'nine lanterns in the garden';

// What another device is signed out of answers 401.
test.use({ provokedErrors: [/status of 4(01|22)/] });

test('somebody changes how they are called and their password, and knows where they are signed in', async ({ page, context, server, browser }) => {
  const member = addMember(server, 'editor', 'wanda');
  await signInContext(context, server, member);
  const elsewhere = await browser.newContext({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1' });
  await signInContext(elsewhere, server, member);

  await test.step('the name', async () => {
    await page.goto(`${server.url}/page-builder`);
    await page.getByRole('button', { name: 'Account: wanda' }).click();
    await page.getByRole('menuitem', { name: 'Your account' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
    await expectAccessible(page, 'the profile');
    await page.getByRole('textbox', { name: 'Name' }).fill('Wanda Vogel');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Account: Wanda Vogel' })).toBeVisible();
  });

  await test.step('the devices: this one is marked, another is signed out', async () => {
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Password and devices' }).click();
    const devices = page.getByRole('list', { name: 'Devices' });
    await expect(devices.getByRole('listitem').filter({ hasText: 'This device' })).toHaveCount(1);
    await expectAccessible(page, 'password and devices');
    await devices.getByRole('button', { name: /^Sign out .*(iPhone|iOS)/ }).click();
    await expect(devices.getByRole('listitem')).toHaveCount(1);
    expect((await elsewhere.request.post(`${server.url}/api/v1/auth/refresh`)).status()).toBe(401);
  });

  await test.step('the password: a wrong one is said where it stands', async () => {
    await page.getByLabel('Current password', { exact: true }).fill('not this one');
    await page.getByLabel('New password', { exact: true }).fill(changed);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Is not your password.')).toBeVisible();
    await page.getByLabel('Current password', { exact: true }).fill(member.password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText(/Your password is changed/)).toBeVisible();
    await signInContext(elsewhere, server, { ...member, password: changed });
  });

  await test.step('everywhere else at once', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Sign out everywhere else…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('list', { name: 'Devices' }).getByRole('listitem')).toHaveCount(1);
    expect((await elsewhere.request.post(`${server.url}/api/v1/auth/refresh`)).status()).toBe(401);
  });
  await elsewhere.close();
});

test('an API token is made of permissions in words, works, and is refused once it is revoked', async ({ page, context, server }) => {
  await signInContext(context, server, addMember(server, 'viewer', 'robot'));
  await page.goto(`${server.url}/page-builder/settings/api-tokens`);
  await expect(page.getByText('You have no API tokens')).toBeVisible();
  await page.getByRole('button', { name: 'New token' }).click();
  await page.keyboard.type('Backup');
  await page.getByRole('checkbox', { name: /^Read pages/ }).check();
  await expect(page.getByRole('checkbox', { name: 'Publish pages and take them offline' })).toHaveCount(0);
  await expectAccessible(page, 'a new API token');
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = await page.getByLabel('Token', { exact: true }).inputValue();
  await expectAccessible(page, 'the text of an API token');
  const call = async (path: string) => (await fetch(`${server.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } })).status;
  expect(await call('/pages')).toBe(200);
  expect(await call('/design-tokens')).toBe(403);
  await page.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('list', { name: 'API tokens' }).getByRole('listitem');
  await expect(row).toContainText('Backup');
  await expect(row).not.toContainText(token);
  await row.getByText('1 permission').click();
  await expectAccessible(page, 'the API tokens');
  await row.getByRole('button', { name: 'Revoke Backup' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('You have no API tokens')).toBeVisible();
  expect(await call('/pages')).toBe(401);
});

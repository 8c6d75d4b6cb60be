import { expect, test } from '../server/pagewright-test.ts';

test('a new page opens in the editor under its name', async ({ dashboard }) => {
  await dashboard.getByText('Create Page').first().click();
  await dashboard.fill('input[name="name"]', 'My Test Page');
  await dashboard.click('button[type="submit"]');
  await expect(dashboard).toHaveURL(/\/page-builder\/[0-9a-f-]{36}\/edit$/);
  await expect(dashboard.locator('h1')).toHaveText('My Test Page');
});

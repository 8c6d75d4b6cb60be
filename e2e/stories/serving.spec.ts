import { expect, test } from '../server/pagewright-test.ts';

test.use({ provokedErrors: [/status of 404 .*\/no-such-page\)$/] });

test('says that it is alive and ready', async ({ server }) => {
  for (const path of ['/healthz', '/readyz']) expect((await fetch(server.url + path)).status).toBe(200);
});

test('answers what is not there with problem details', async ({ api }) => {
  const response = await api.request('GET', '/pages/00000000-0000-4000-8000-000000000000');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(response.headers.get('x-request-id')).toBeTruthy();
});

test('published sites allow no script and say friendly what is missing', async ({ page, server }) => {
  const response = await page.goto(`${server.sitesUrl}/no-such-page`);
  expect(response?.status()).toBe(404);
  expect(response?.headers()['content-security-policy']).toContain("script-src 'none'");
  expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  await expect(page.locator('h1')).toBeVisible();
});

import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

const code = /\.(?:js|css|wasm)$/;
// Bytes, compressed with gzip.
const most = { js: 290_000, css: 19_500, wasm: 540_000 };

test('what a page loads until its first edit stays within its bounds', async ({ page, context, server, api }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', { name: 'Bytes', structure: { components: [{ id: 'title', component: 'heading', props: { text: 'Before' } }] } });
  await signInContext(context, server);
  const responses = new Map<string, Response>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (code.test(pathname)) responses.set(pathname, response);
  });

  const screen = await EditorScreen.open(page, server.url, created.id);
  await screen.select({ on: '[data-node="title"]' }, 'Heading');
  await screen.panel.getByLabel('Text', { exact: true }).fill('After');
  await expect(screen.canvas.locator('[data-node="title"]')).toHaveText('After');
  await screen.untilSaved();

  const sizes = await Promise.all([...responses].map(async ([name, response]) => ({ name, bytes: gzipSync(await response.body()).length })));
  const total = (end: string) => sizes.filter(({ name }) => name.endsWith(end)).reduce((sum, { bytes }) => sum + bytes, 0);
  for (const [kind, limit] of Object.entries(most)) {
    const bytes = total(`.${kind}`);
    expect(bytes, `${kind} until the first edit`).toBeGreaterThan(0);
    expect(bytes, `${kind} until the first edit`).toBeLessThanOrEqual(limit);
  }
});

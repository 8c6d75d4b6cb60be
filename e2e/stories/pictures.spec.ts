import { deflateSync } from 'node:zlib';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, test } from '../server/pagewright-test.ts';

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
}

/** A picture with a colour that runs from one corner to the other. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set([(x * 255) / width, (y * 255) / height, 180], y * (width * 3 + 1) + 1 + x * 3);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

test('a picture is uploaded, chosen, published, and loads in the size that fits', async ({ dashboard: page, api, browser, server }) => {
  const created = await api.call<PageAnswer>('POST', '/pages', {
    name: 'Our school',
    structure: { components: [{ id: 'pic', component: 'image' }] },
  });
  const screen = new EditorScreen(page);
  const { canvas } = screen;
  await page.goto(`${server.url}/page-builder/${created.id}/edit`);
  await screen.untilOpen();
  await canvas.locator('figure.pw-image').click();

  await page.getByRole('button', { name: 'Picture: choose a picture' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose a picture' });
  await dialog.getByRole('radio', { name: 'Uploaded' }).click();
  await expect(dialog.getByText('No pictures yet')).toBeVisible();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'School house.png', mimeType: 'image/png', buffer: png(1000, 600) });
  await expect(dialog).toBeHidden();
  await page.getByLabel('Picture: description').fill('The school with its clock tower');
  await page.getByLabel('Picture: description').press('Tab');

  const inCanvas = canvas.getByRole('img', { name: 'The school with its clock tower' });
  await expect(inCanvas).toBeVisible();
  await expect.poll(() => inCanvas.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  // Found again, by its name.
  await page.getByRole('button', { name: 'Choose…' }).click();
  await dialog.getByRole('searchbox').fill('school');
  await expect(dialog.getByRole('button', { name: /School house\.png/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await screen.untilSaved();

  const { items: environments } = await api.call<{ items: { id: string }[] }>('GET', '/environments');
  const published = await api.call<{ url: string }>('POST', `/pages/${created.id}/publish`, { environmentId: environments[0]?.id });
  const phone = await browser.newContext({ viewport: { width: 320, height: 640 }, deviceScaleFactor: 1, javaScriptEnabled: false });
  const visitor = await phone.newPage();
  const loaded: string[] = [];
  visitor.on('response', (response) => {
    if (response.url().includes('/assets/')) loaded.push(`${String(response.status())} ${response.headers()['content-type'] ?? ''} ${response.url().replace(/.*-/, '')}`);
  });
  await visitor.goto(published.url);
  const image = visitor.getByRole('img', { name: 'The school with its clock tower' });
  await expect(image).toHaveAttribute('srcset', /-320\.webp 320w, .*-1000\.webp 1000w$/);
  await expect(image).toHaveAttribute('width', '1000');
  await expect.poll(() => loaded).toEqual(['200 image/webp 320.webp']);
  await phone.close();

  const { items } = await api.call<{ items: { id: string }[] }>('GET', '/assets');
  const usage = await api.call<{ total: number }>('GET', `/assets/${items[0]?.id ?? ''}/usage`);
  expect(usage.total).toBe(2);
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectAccessible } from '../browser/accessibility.ts';
import { addMember } from '../server/add-member.ts';
import { PagewrightServer } from '../server/pagewright-server.ts';
import { expect, signIn, signInContext, test } from '../server/pagewright-test.ts';

test.use({ provokedErrors: [/status of 422 .*\/webhooks\)$/] });

/** A program of one's own that is told of what happens. */
interface Receiver {
  server: Server;
  url: string;
  /** The types of the messages that came. */
  received: string[];
  /** What it answers. */
  status: number;
}

async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = { server: createServer(), url: '', received: [], status: 204 };
  receiver.server.on('request', (request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      receiver.received.push((JSON.parse(text) as { type: string }).type);
      response.writeHead(receiver.status).end(receiver.status === 204 ? '' : 'Out of order');
    });
  });
  await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${String((receiver.server.address() as AddressInfo).port)}/hook`;
  return receiver;
}

test('a webhook is made, tried out, mended and deleted', async ({ page }, testInfo) => {
  const server = await PagewrightServer.start({ options: ['--allow-private-webhooks'] });
  const receiver = await startReceiver();
  try {
    await signIn(page, server);
    await page.goto(`${server.url}/page-builder/settings/webhooks`);
    await expect(page.getByText('No webhook yet')).toBeVisible();
    await expectAccessible(page, 'no webhook');
    await page.getByRole('button', { name: 'New webhook' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New webhook' });
    await expect(dialog.getByRole('textbox', { name: 'Address' })).toBeFocused();
    await page.keyboard.type('ftp://hooks.example');
    await dialog.getByText('Pages', { exact: true }).click();
    await dialog.getByRole('checkbox', { name: 'Page created' }).press('Space');
    await dialog.getByText('Forms', { exact: true }).click();
    await dialog.getByRole('checkbox', { name: 'Everything about forms' }).press('Space');
    await dialog.getByRole('button', { name: 'Create webhook' }).press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Address' })).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page, 'an address that is none');
    await page.screenshot({ path: testInfo.outputPath('webhook-fault-1440.png') });
    await dialog.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
    await dialog.getByRole('textbox', { name: /What is it for/ }).fill('Chat');
    await page.keyboard.press('Enter');
    const secret = page.getByRole('dialog', { name: 'The webhook is there' });
    await expect(secret.getByRole('textbox', { name: 'Secret' })).toHaveValue(/^whsec_/);
    await expectAccessible(page, 'the secret');
    await page.screenshot({ path: testInfo.outputPath('secret-1440.png') });
    await secret.getByRole('button', { name: 'I have kept it' }).press('Enter');

    await expect(page.getByRole('list', { name: 'Webhooks' }).getByRole('listitem')).toContainText(/Chat.*On.*Page created, Everything about forms/);
    await expectAccessible(page, 'the webhooks');
    await page.screenshot({ path: testInfo.outputPath('webhooks-1440.png') });
    await page.getByRole('link', { name: 'Chat' }).press('Enter');
    await page.getByRole('button', { name: 'Send a test' }).press('Enter');
    const messages = page.getByRole('list', { name: 'Messages' }).getByRole('listitem');
    await expect(messages).toHaveText([/Test message.*Answered 204.*Delivered/]);
    expect(receiver.received).toEqual(['webhook.ping']);

    receiver.status = 500;
    await page.getByRole('button', { name: 'Send a test' }).press('Enter');
    await expect(messages.first()).toContainText(/500.*Waiting/);
    await expectAccessible(page, 'what was sent');
    await page.screenshot({ path: testInfo.outputPath('webhook-1440.png') });
    await messages.first().getByRole('button').press('Enter');
    const message = page.getByRole('dialog', { name: 'Test message' });
    await expect(message.getByText('Out of order')).toBeVisible();
    await expectAccessible(page, 'one message');
    await page.screenshot({ path: testInfo.outputPath('message-1440.png') });
    receiver.status = 204;
    await message.getByRole('button', { name: 'Send again' }).press('Enter');
    await expect(message.getByText(/Answered 204/)).toBeVisible();
    await message.getByRole('button', { name: 'Close' }).last().press('Enter');
    await expect(messages).toHaveCount(3);

    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'one webhook, narrow and dark');
    await page.screenshot({ path: testInfo.outputPath('webhook-390-dark.png'), fullPage: true });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.screenshot({ path: testInfo.outputPath('webhook-edit-390.png') });
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'More' }).press('Enter');
    await page.getByRole('menuitem', { name: 'New secret…' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new secret' }).press('Enter');
    await expect(page.getByRole('dialog', { name: 'The new secret' }).getByRole('textbox', { name: 'Secret' })).toHaveValue(/^whsec_/);
    await page.getByRole('button', { name: 'I have kept it' }).press('Enter');
    await page.getByRole('button', { name: 'More' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete webhook' }).press('Enter');
    await expect(page.getByText('No webhook yet')).toBeVisible();
  } finally {
    receiver.server.close();
    await server.remove();
  }
});

test('webhooks are for administrators', async ({ page, context, server }) => {
  await signInContext(context, server, addMember(server, 'editor', 'webhook-reader'));
  await page.goto(`${server.url}/page-builder/settings/webhooks`);
  await expect(page.getByText('This is not for your role')).toBeVisible();
  await expectAccessible(page, 'webhooks for an editor');
});

import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { askEngine } from '../browser/engine-in-page.ts';
import { EditorScreen } from '../screens/editor-screen.ts';
import type { Page as PageAnswer } from '../server/api.ts';
import { expect, signInContext, test } from '../server/pagewright-test.ts';

interface Answer {
  encoding: string;
  bytes: Buffer;
}

/** The bytes as they came over the wire; fetch would decode them. */
async function download(url: string, accepted: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': accepted } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ encoding: response.headers['content-encoding'] ?? 'identity', bytes: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

const decoders: Record<string, (bytes: Buffer) => Buffer> = { identity: (bytes) => bytes, br: brotliDecompressSync, gzip: gunzipSync };

test('the sites listener serves the bytes that the browser’s engine renders', async ({ page, context, server, api }) => {
  const [organization, { components }, { tokens, baseCss }, { items: environments }, { items: templates }] = await Promise.all([
    api.call<{ name: string }>('GET', '/organization'),
    api.call<{ items: Record<string, unknown>[] }>('GET', '/components').then(({ items }) => ({
      components: items.map(({ sample: _sample, ...source }) => source),
    })),
    api.call<{ tokens: object; baseCss: string }>('GET', '/design-tokens'),
    api.call<{ items: { id: string; kind: string; baseUrl: string }[] }>('GET', '/environments'),
    api.call<{ items: { id: string }[] }>('GET', '/templates'),
  ]);
  await signInContext(context, server);

  for (const [index, template] of templates.entries()) {
    const environment = environments[index % environments.length] as (typeof environments)[number];
    const created = await api.call<PageAnswer>('POST', '/pages', {
      name: `Bytes & <Größe> ${index}`,
      description: 'Ärzte, "quotes" & <tags>',
      templateId: template.id,
    });
    const published = await api.call<{ url: string; page: { slug: string; currentVersionId: string; latestVersionNumber: number } }>('POST', `/pages/${created.id}/publish`, {
      environmentId: environment.id,
    });
    const version = await api.call<{ document: object }>('GET', `/pages/${created.id}/versions/${published.page.latestVersionNumber}`);

    await EditorScreen.open(page, server.url, created.id);
    const wasm = await page.evaluate(() => performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'))?.name);
    const [loaded, rendered] = await askEngine(page, wasm as string, [
      { call: 'load_library', components, tokens, baseCss },
      {
        call: 'render_page',
        mode: 'published',
        document: version.document,
        context: { name: `Bytes & <Größe> ${index}`, description: 'Ärzte, "quotes" & <tags>', canonicalUrl: `${environments[0]?.baseUrl}/${published.page.slug}`, siteName: organization.name },
      },
    ]);
    expect(loaded).toEqual({ ok: true });
    const expected = Buffer.from(rendered?.html as string);
    expect(expected.length).toBeGreaterThan(4000);
    for (const encoding of ['identity', 'br', 'gzip']) {
      const answer = await download(published.url.replace('localhost', '127.0.0.1'), encoding);
      expect(answer.encoding).toBe(encoding);
      expect(decoders[encoding]?.(answer.bytes).equals(expected), `${environment.kind}, ${encoding}`).toBe(true);
    }
  }
});

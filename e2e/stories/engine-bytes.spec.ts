import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluatedFiles } from '../../fixtures/evaluated-files.mjs';
import { renderCases } from '../../fixtures/render/cases.mjs';
import { readLibrary } from '../../tools/read-library.mjs';
import { askEngine, askEngineInText, type EngineRequest } from '../browser/engine-in-page.ts';
import { expect, test } from '../server/pagewright-test.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the engine in Chromium renders every component, template and document to the recorded bytes', async ({ page, server }) => {
  await page.route('**/engine.wasm', (route) => route.fulfill({ path: `${root}/build/wasm/bin/engine.wasm`, contentType: 'application/wasm' }));
  await page.goto(`${server.url}/page-builder/sign-in`);
  const cases = renderCases(root) as { name: string; request: EngineRequest }[];
  const [loaded, ...answers] = await askEngine(page, '/engine.wasm', [
    { call: 'load_library', ...readLibrary(root) },
    ...cases.map(({ request }) => request),
  ]);
  expect(loaded).toEqual({ ok: true });
  const hashes = Object.fromEntries(cases.map(({ name }, index) => [name, createHash('sha256').update(String(answers[index]?.html)).digest('hex')]));
  expect(hashes).toEqual(JSON.parse(readFileSync(`${root}/fixtures/render/hashes.json`, 'utf8')));
});

test('the engine in Chromium answers every case of the fixtures as it does natively and in Node', async ({ page, server }) => {
  await page.route('**/fixtures.wasm', (route) => route.fulfill({ path: `${root}/build/wasm/bin/fixtures.wasm`, contentType: 'application/wasm' }));
  await page.goto(`${server.url}/page-builder/sign-in`);
  const files = evaluatedFiles();
  const answers = await askEngineInText(
    page,
    '/fixtures.wasm',
    files.map(({ kind, text, names }) => ({ before: `{"kind":"${kind}","index":`, count: names.length, behind: `,"cases":${text}}` })),
  );
  const names = files.flatMap((file) => file.names.map((name: string) => `${file.kind}: ${name}`));
  expect(answers.length).toBe(names.length);
  expect(names.length).toBeGreaterThan(900);
  for (const [index, expected] of files.flatMap((file) => file.expected).entries()) expect(answers[index], names[index]).toMatchObject(expected);
});

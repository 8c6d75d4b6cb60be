import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { apiTypes } from '../../tools/openapi/api-types.mjs';
import { openApiFaults, type JsonRecord } from '../server/openapi-faults.ts';
import { program } from '../server/pagewright-server.ts';
import { expect, test } from '../server/pagewright-test.ts';

// pagewright openapi, parsed anew for each story: some of them break it.
const printed = execFileSync(program, ['openapi'], { encoding: 'utf8' });
const documentOf = (text: string): JsonRecord => JSON.parse(text) as JsonRecord;

test('the server serves what the program prints', async ({ server }) => {
  const response = await fetch(`${server.url}/api/openapi.json`);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(`${await response.text()}\n`).toBe(printed);
});

test('the document is valid OpenAPI 3.1', async () => {
  expect(await openApiFaults(documentOf(printed))).toEqual([]);
});

const breakages: Record<string, (text: string) => string> = {
  'another version of OpenAPI': (text) => text.replace('"openapi":"3.1.1"', '"openapi":"3.0.3"'),
  'no title': (text) => text.replace(/"title":"Pagewright",/, ''),
  'a response without a description': (text) => text.replace(/"description":"The new page\.",/, ''),
  'a parameter of nowhere': (text) => text.replace('"in":"query"', '"in":"nowhere"'),
  'a type that JSON Schema does not know': (text) => text.replace('"type":"object"', '"type":"thing"'),
  'a reference that leads nowhere': (text) => text.replace('#/components/schemas/Page"', '#/components/schemas/Leaf"'),
  'a parameter of the path that is not described': (text) => text.replace('"name":"id","in":"path"', '"name":"number","in":"path"'),
  'an operation of the same name as another': (text) => text.replace('"operationId":"createPage"', '"operationId":"updatePage"'),
};

for (const [what, breakage] of Object.entries(breakages)) {
  test(`the check of the document finds ${what}`, async () => {
    const broken = breakage(printed);
    expect(broken).not.toBe(printed);
    expect(await openApiFaults(documentOf(broken))).not.toEqual([]);
  });
}

test('the editor is compiled against the types of this document', async () => {
  const types = readFileSync(new URL('../../editor/src/api/openapi.ts', import.meta.url), 'utf8');
  expect(await apiTypes(documentOf(printed) as unknown as Parameters<typeof apiTypes>[0])).toBe(types);
});

import { expect, it } from 'vitest';
import { readImport } from './import-file.ts';

const file = (name: string, value: unknown) => ({ name, text: typeof value === 'string' ? value : JSON.stringify(value) });
const tokens = { color: { ink: { $type: 'color', $value: '#111111' } } };

it('takes a document of tokens', () => {
  expect(readImport([file('a.json', `\uFEFF${JSON.stringify(tokens)}`)])).toEqual({ kind: 'tokens', tokens });
});

it('takes a resolver document with what it refers to, by name', () => {
  const resolver = { version: '2025.10', resolutionOrder: [{ $ref: 'base.json' }] };
  expect(readImport([file('base.json', tokens), file('r.json', resolver)])).toEqual({ kind: 'resolver', resolver, files: { 'base.json': tokens } });
});

it.each([
  ['no JSON', [file('a.json', '{"color": }')], /^a\.json: is no JSON: /],
  ['a list', [file('a.json', [])], /must hold an object/],
  ['another JSON', [file('package.json', { name: 'x', $extensions: { a: { $value: 1 } } })], /holds no design token/],
  ['two documents', [file('a.json', tokens), file('b.json', tokens)], /Choose one file/],
  ['nothing', [], /No file/],
  ['too much', [file('a.json', ' '.repeat(1024 * 1024 + 1))], /1 MiB/],
])('says what is wrong with %s', (_, files, message) => {
  expect(readImport(files)).toEqual({ kind: 'fault', message: expect.stringMatching(message) as string });
});

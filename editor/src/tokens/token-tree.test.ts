import { expect, it } from 'vitest';
import type { JsonObject } from '../engine/json.ts';
import { resolved, referencesOf } from './resolve.ts';
import { aliasOf, documentUnder, listTokens, themeNames } from './token-tree.ts';

const document: JsonObject = {
  $extensions: { 'org.pagewright.themes': { dark: { color: { ink: { $value: '#eeeeee' } } } } },
  color: {
    $type: 'color',
    $deprecated: 'use the new ones',
    ink: { $value: '#121212', $description: 'Nearly black.' },
    text: { $value: '{color.ink}', $deprecated: false },
    accent: { $root: { $value: { colorSpace: 'srgb', components: [1, 0, 0] } }, soft: { $ref: '#/color/accent/$root' } },
  },
  link: { $value: '{color.text}' },
  size: { $type: 'dimension', one: { $value: '{size.two}' }, two: { $value: '{size.one}' }, three: { $value: '{size.four}' } },
};

it('lists tokens with the types, marks and descriptions that they have or inherit', () => {
  const tokens = new Map(listTokens(document).map((token) => [token.path, token]));
  expect([...tokens.keys()]).toEqual(['color.ink', 'color.text', 'color.accent.$root', 'color.accent.soft', 'link', 'size.one', 'size.two', 'size.three']);
  expect(tokens.get('color.ink')).toMatchObject({ type: 'color', description: 'Nearly black.', deprecated: 'use the new ones', isInherited: false });
  expect(tokens.get('color.text')?.deprecated).toBeNull();
  expect(tokens.get('link')?.type).toBe('color');
  expect(tokens.get('size.one')?.type).toBe('dimension');
  expect(themeNames(document)).toEqual(['dark']);
});

it('follows references in the document as it is under a theme', () => {
  expect(resolved('{link}', documentUnder(document, null))).toBe('#121212');
  expect(resolved('{link}', documentUnder(document, 'dark'))).toBe('#eeeeee');
  expect(resolved('{color.accent.soft}', document)).toEqual({ colorSpace: 'srgb', components: [1, 0, 0] });
  expect(resolved({ $ref: '#/color/accent/$root/$value/components/0' }, document)).toBe(1);
  expect(resolved({ $ref: '#/color/accent/$root/$value', alpha: 0.5 }, document)).toEqual({ colorSpace: 'srgb', components: [1, 0, 0], alpha: 0.5 });
});

it('gives up on circles and on what leads nowhere', () => {
  expect(resolved('{size.one}', document)).toBeNull();
  expect(resolved('{size.three}', document)).toBeNull();
  expect(resolved('{color}', document)).toBeNull();
  expect([...referencesOf('{size.one}', document)]).toEqual(['size.one', 'size.two']);
  expect([...referencesOf('{link}', document)]).toEqual(['link', 'color.text', 'color.ink']);
});

it('takes an alias in a list for all that it stands for', () => {
  const shadows: JsonObject = { low: { $value: [{ blur: 1 }, { blur: 2 }] }, high: { $value: ['{low}', { blur: 3 }] } };
  expect(resolved('{high}', shadows)).toEqual([{ blur: 1 }, { blur: 2 }, { blur: 3 }]);
});

it('knows an alias from other values', () => {
  expect(aliasOf('{a.b}')).toBe('a.b');
  expect(aliasOf({ $ref: '#/a/b~1c/$value' })).toBe('a.b/c');
  expect(aliasOf({ $ref: '#/a/$value/components/0' })).toBeNull();
  expect(aliasOf({ $ref: '#/a', alpha: 1 })).toBeNull();
  expect(aliasOf('#121212')).toBeNull();
});

it('shows groups with what they extend', () => {
  const extending: JsonObject = {
    $extensions: { 'org.pagewright.themes': { dark: { button: { ink: { $value: '#eeeeee' } } } } },
    button: { $type: 'color', ink: { $value: '#111111' }, edge: { $value: '#222222' } },
    quiet: { $extends: '{button}', edge: { $value: '#333333' } },
  };
  const tokens = listTokens(extending).filter(({ path }) => path.startsWith('quiet'));
  expect(tokens.map(({ path, value, type, isInherited }) => [path, value, type, isInherited])).toEqual([
    ['quiet.ink', '#111111', 'color', true],
    ['quiet.edge', '#333333', 'color', false],
  ]);
  expect(resolved('{quiet.ink}', documentUnder(extending, 'dark'))).toBe('#eeeeee');
});

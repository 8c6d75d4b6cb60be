import { expect, it } from 'vitest';
import type { JsonObject } from '../../../engine/json.ts';
import { overrideOf, removeOverride, setValue } from './edit-tokens.ts';
import { listTokens, type Token } from '../../../tokens/token-tree.ts';

const document: JsonObject = {
  $extensions: { 'org.example': { a: 1 }, 'org.pagewright.themes': { dark: { color: { ink: { $value: '#eeeeee' }, deep: { a: { $value: '#111111' } } } } } },
  color: { $type: 'color', ink: { $value: '#121212', $description: 'Ink.' }, deep: { a: { $value: '#222222' } } },
  quiet: { $extends: '{color}' },
};
const token = (path: string): Token => listTokens(document).find((candidate) => candidate.path === path)!;

it('changes one value and nothing else', () => {
  const changed = setValue(document, token('color.ink'), null, '{color.deep.a}');
  expect(changed.color).toEqual({ $type: 'color', ink: { $value: '{color.deep.a}', $description: 'Ink.' }, deep: { a: { $value: '#222222' } } });
  expect(changed.$extensions).toBe(document.$extensions);
  expect(document.color).toMatchObject({ ink: { $value: '#121212' } });
});

it('changes a value under a theme, where there is none yet too', () => {
  const changed = setValue(setValue(document, token('color.ink'), 'dark', '#dddddd'), token('color.ink'), 'night', '#cccccc');
  expect(overrideOf(changed, token('color.ink'), 'dark')).toBe('#dddddd');
  expect(overrideOf(changed, token('color.ink'), 'night')).toBe('#cccccc');
  expect(changed.$extensions).toMatchObject({ 'org.example': { a: 1 } });
});

it('takes an override back, with the groups that it leaves empty', () => {
  const left = removeOverride(document, token('color.deep.a'), 'dark');
  expect(left.$extensions).toEqual({ 'org.example': { a: 1 }, 'org.pagewright.themes': { dark: { color: { ink: { $value: '#eeeeee' } } } } });
  expect(removeOverride(left, token('color.ink'), 'dark').$extensions).toEqual({ 'org.example': { a: 1 }, 'org.pagewright.themes': { dark: {} } });
});

it('states what was inherited with its type', () => {
  expect(setValue(document, token('quiet.ink'), null, '#333333').quiet).toEqual({ $extends: '{color}', ink: { $type: 'color', $value: '#333333' } });
});

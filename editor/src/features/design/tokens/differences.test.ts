import { expect, it } from 'vitest';
import type { JsonObject } from '../../../engine/json.ts';
import { differences, sentenceOf, told } from './differences.ts';

const themes = (dark: JsonObject): JsonObject => ({ 'org.pagewright.themes': { dark } });
const before: JsonObject = {
  $extensions: themes({ color: { ink: { $value: '#eeeeee' } } }),
  color: { $type: 'color', ink: { $value: '#121212' }, text: { $value: '{color.ink}' }, old: { $value: '#ff0000' } },
  space: { $type: 'dimension', one: { $value: { value: 4, unit: 'px' } } },
};
const after: JsonObject = {
  $extensions: themes({ color: { text: { $value: '#ffffff' } } }),
  color: { $type: 'color', ink: { $value: '#0b5fff' }, text: { $value: '{color.ink}', $description: 'Words.' } },
  space: { $type: 'dimension', one: { $value: { value: 4, unit: 'px' } }, two: { $value: { value: 8, unit: 'px' } } },
};

it('finds nothing between a document and itself', () => expect(differences(before, before)).toEqual([]));

it('tells what differs in sentences', () => {
  const sentences = told(differences(before, after), before, after).map((change) => sentenceOf(change, () => 'dark'));
  expect(sentences).toEqual([
    'color.ink becomes #0b5fff, was #121212',
    'color.text: its description or other marks change',
    'space.two is new: 8px',
    'color.text in dark has a value of its own: #ffffff',
    'color.old is removed, was #ff0000',
    'color.ink in dark is no longer of its own, was #eeeeee',
  ]);
});

it('says where an alias leads, in the document that it stands in', () => {
  const aliased: JsonObject = { color: { $type: 'color', ink: { $value: '#121212' }, text: { $value: '#000000' } } };
  const [change] = told(differences(aliased, before), aliased, before).filter(({ path, theme }) => path === 'color.text' && theme === null);
  expect(change?.after).toEqual({ value: '#121212', words: '→ color.ink (#121212)' });
});

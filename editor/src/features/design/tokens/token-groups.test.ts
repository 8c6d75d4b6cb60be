import { expect, it } from 'vitest';
import pagewright from '../../../../../library/themes/pagewright.json';
import { kindOf, matches, sectionsOf, titleOf, type Kind } from './token-groups.ts';
import { aliasOf, listTokens } from '../../../tokens/token-tree.ts';

const tokens = listTokens(pagewright);

it('finds each token of the library’s theme a place', () => {
  const groups = (kind: Kind) => [...new Set(tokens.filter((token) => kindOf(token) === kind).map(({ names }) => names.slice(0, -1).join('.')))];
  expect(groups('typography')).toEqual(['font.family', 'font.size', 'font.weight', 'line-height']);
  expect(groups('spacing')).toEqual(['space']);
  expect(groups('radii')).toEqual(['radius']);
  expect(groups('shadows')).toEqual(['shadow']);
  expect(groups('others')).toEqual(['width', 'duration']);
});

it('puts what pages use before the scales that it is made of', () => {
  const colors = tokens.filter((token) => kindOf(token) === 'colors');
  const titles = sectionsOf(colors, ({ value }) => aliasOf(value) !== null).map(({ title }) => title);
  expect(titles).toEqual(['Color', 'Contrast', 'Chart', 'Pine', 'Coral', 'Marigold', 'Sky', 'Plum', 'Sand', 'Ink']);
});

it('writes names as people do', () => {
  expect(['surface-muted', 'borderStrong', '$root', '2xl'].map(titleOf)).toEqual(['Surface muted', 'Border Strong', 'Default', '2xl']);
});

it('searches names, descriptions and values, all words', () => {
  const found = (search: string) => tokens.filter((token) => matches(token, search, token.path === 'color.pine.600' ? '#146b5a' : '')).map(({ path }) => path);
  expect(found('surface muted')).toEqual(['color.surface-muted']);
  expect(found('146b5a')).toEqual(['color.pine.600']);
  expect(found('hairlines')).toEqual(['color.border']);
});

import { describe, expect, it } from 'vitest';
import { slugFrom } from './slug.ts';

// The same cases as the server's own test: the preview must not promise another address.
describe('slugFrom', () => {
  it.each([
    ['My Test Page', 'my-test-page'],
    ['  Hello,   World!  ', 'hello-world'],
    ['Café Crème & Œufs', 'cafe-creme-oeufs'],
    ['Straße nach Łódź', 'strasse-nach-lodz'],
    ['Ærøskøbing, Þingvellir', 'aeroskobing-thingvellir'],
    ['Tiếng Việt', 'tieng-viet'],
    ['e\u0301t\u00e9', 'ete'],
    ['2026 — 50% off', '2026-50-off'],
    ['日本', 'page'],
    ['!!!', 'page'],
    ['a'.repeat(400), 'a'.repeat(255)],
    [`${'a'.repeat(254)} b`, 'a'.repeat(254)],
  ])('%j → %s', (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });
});

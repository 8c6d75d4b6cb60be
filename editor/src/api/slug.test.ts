import { describe, expect, it } from 'vitest';
import { faultOfSlug, slugFrom } from './slug.ts';

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

describe('faultOfSlug', () => {
  it.each(['a', 'our-clinic', '2026-50-off', 'a'.repeat(255)])('takes %s', (slug) => {
    expect(faultOfSlug(slug)).toBeNull();
  });

  it.each([
    ['', 'An address is needed.'],
    ['a'.repeat(256), 'At most 255 characters, this is 256.'],
    ['Our', 'Only lower-case letters.'],
    ['our clinic', 'Only letters a to z, digits and dashes.'],
    ['über', 'Only letters a to z, digits and dashes.'],
    ['a/b', 'Only letters a to z, digits and dashes.'],
    ['-a', 'No dash at the beginning or the end.'],
    ['a-', 'No dash at the beginning or the end.'],
    ['a--b', 'No two dashes in a row.'],
  ])('does not take “%s”', (slug, fault) => {
    expect(faultOfSlug(slug)).toBe(fault);
  });
});

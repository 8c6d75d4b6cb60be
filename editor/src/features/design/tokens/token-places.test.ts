import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import { placeAt } from '../../../tokens/token-tree.ts';
import { referrersOf } from './references.ts';
import { groupFault, nameFault, removed, renamed, withToken } from './token-places.ts';

const document: JsonObject = {
  $extensions: { 'org.pagewright.themes': { dark: { color: { ink: { $value: '#eeeeee' }, line: { $value: '{color.ink}' } }, brand: { one: { $value: '#abcdef' } } } } },
  color: {
    $type: 'color',
    ink: { $value: '#121212', $description: 'As dark as {color.ink} is.' },
    text: { $value: '{color.ink}' },
    line: { $value: '#cccccc' },
    faint: { $value: { $ref: '#/color/ink/$value', alpha: 0.5 } },
  },
  shadow: { $type: 'shadow', low: { $value: [{ color: '{color.ink}', blur: { value: 2, unit: 'px' } }] } },
  brand: { $type: 'color', one: { $value: '{color.text}' } },
  second: { $extends: '{brand}' },
};
const at = (root: JsonObject, path: string) => placeAt(root, path.split('.'));

describe('references', () => {
  it('are found in values, their parts, themes and groups, from outside of the place', () => {
    expect(referrersOf(document, ['color', 'ink']).map(({ path, theme }) => [path, theme])).toEqual([
      ['color.text', null],
      ['color.faint', null],
      ['shadow.low', null],
      ['color.line', 'dark'],
    ]);
    expect(referrersOf(document, ['brand'])).toEqual([{ path: 'second', theme: null, isExtending: true }]);
    expect(referrersOf(document, ['color']).map(({ path }) => path)).toEqual(['shadow.low', 'brand.one']);
    expect(referrersOf(document, ['col'])).toEqual([]);
  });
});

describe('another name', () => {
  it('is taken up by what refers to it, in every way and under every theme', () => {
    const changed = renamed(document, ['color', 'ink'], 'coal', true);
    expect(Object.keys(at(changed, 'color') as JsonObject)).toEqual(['$type', 'coal', 'text', 'line', 'faint']);
    expect(at(changed, 'color.coal')).toEqual({ $value: '#121212', $description: 'As dark as {color.ink} is.' });
    expect(at(changed, 'color.text')).toEqual({ $value: '{color.coal}' });
    expect(at(changed, 'color.faint')).toEqual({ $value: { $ref: '#/color/coal/$value', alpha: 0.5 } });
    expect(at(changed, 'shadow.low')).toMatchObject({ $value: [{ color: '{color.coal}' }] });
    expect(placeAt(changed, ['$extensions', 'org.pagewright.themes', 'dark', 'color'])).toEqual({ coal: { $value: '#eeeeee' }, line: { $value: '{color.coal}' } });
    expect(changed.brand).toBe(document.brand);
  });

  it('of a group is that of all in it, and of what extends it', () => {
    const changed = renamed(document, ['brand'], 'house', true);
    expect(changed.second).toEqual({ $extends: '{house}' });
    const colors = renamed(document, ['color'], 'colour', true);
    expect(at(colors, 'colour.text')).toEqual({ $value: '{colour.ink}' });
    expect(at(colors, 'brand.one')).toEqual({ $value: '{colour.text}' });
  });

  it('can leave references as they are', () => {
    expect(at(renamed(document, ['color', 'ink'], 'coal', false), 'color.text')).toEqual({ $value: '{color.ink}' });
  });
});

describe('what is deleted', () => {
  it('leaves its value to what refers to it, under each theme', () => {
    const changed = removed(document, ['color', 'ink']);
    expect(at(changed, 'color.ink')).toBeUndefined();
    expect(at(changed, 'color.text')).toEqual({ $value: '#121212' });
    expect(at(changed, 'shadow.low')).toMatchObject({ $value: [{ color: '#121212' }] });
    const dark = placeAt(changed, ['$extensions', 'org.pagewright.themes', 'dark']) as JsonObject;
    expect(dark.color).toEqual({ line: { $value: '#eeeeee' }, text: { $value: '#eeeeee' }, faint: { $value: expect.anything() as unknown } });
    expect(referrersOf(changed, ['color', 'ink'])).toEqual([]);
  });

  it('takes groups with it that are empty then', () => {
    const changed = removed(removed(document, ['shadow', 'low']), ['second']);
    expect(changed.shadow).toBeUndefined();
    expect(changed.second).toBeUndefined();
  });

  it('leaves what it had to the groups that extend it', () => {
    const changed = removed(document, ['brand']);
    expect(changed.brand).toBeUndefined();
    expect(changed.second).toEqual({ $type: 'color', one: { $value: '{color.text}' } });
    expect(placeAt(changed, ['$extensions', 'org.pagewright.themes', 'dark', 'brand'])).toBeUndefined();
  });

  it('leaves nothing that refers to nothing where a whole group goes', () => {
    const changed = removed(document, ['color']);
    expect(at(changed, 'brand.one')).toEqual({ $value: '#121212' });
    expect(at(changed, 'shadow.low')).toMatchObject({ $value: [{ color: '#121212' }] });
  });
});

describe('a new token', () => {
  it('stands at the end of its group, and says its type where the group does not', () => {
    const changed = withToken(withToken(document, ['color', 'red'], 'color', '#ff0000'), ['space', 'inner', 'one'], 'dimension', { value: 4, unit: 'px' });
    expect(Object.keys(at(changed, 'color') as JsonObject).at(-1)).toBe('red');
    expect(at(changed, 'color.red')).toEqual({ $value: '#ff0000' });
    expect(at(changed, 'space.inner.one')).toEqual({ $type: 'dimension', $value: { value: 4, unit: 'px' } });
    expect(isJsonObject(document.space)).toBe(false);
  });

  it.each([
    ['', 'Give it a name.'],
    ['a.b', 'A name has no dot and no curly brackets.'],
    ['$a', 'A name does not begin with $.'],
    ['text', 'There is “color.text” already.'],
    ['TEXT', 'On pages it would be the same as color.text.'],
    ['new', null],
  ])('is refused a name that it can’t have: %s', (name, fault) => {
    expect(nameFault(document, ['color'], name)).toBe(fault);
  });

  it('keeps its own name', () => {
    expect(nameFault(document, ['color'], 'ink', 'ink')).toBeNull();
    expect(nameFault(document, ['color'], 'INK', 'ink')).toBeNull();
  });

  it('stands in groups only', () => {
    expect(groupFault(document, ['color', 'ink'])).toBe('“color.ink” is a token, and holds no others.');
    expect(groupFault(document, ['a', '', 'b'])).toMatch(/with a dot between/);
    expect(groupFault(document, ['{a}'])).toBe('“{a}” can’t be the name of a group.');
    expect(groupFault(document, ['new', 'one'])).toBeNull();
  });
});

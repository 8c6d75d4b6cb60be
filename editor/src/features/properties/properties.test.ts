import { describe, expect, it } from 'vitest';

import type { ComponentDefinition } from '../../engine/component.ts';
import { listTokens } from '../../session/design-tokens.ts';

import { readTable } from './controls/table-model.ts';
import { emptyValue, isChanged, propGroups } from './schema.ts';
import { fittingTokens } from './style/style-panel.tsx';

const definition: ComponentDefinition = {
  name: 'card',
  display_name: 'Card',
  category: 'content',
  props: {
    type: 'object',
    properties: {
      title: { type: 'string', title: 'Title' },
      level: { type: 'string', enum: ['h2', 'h3'] },
      text: { type: 'string', maxLength: 1000 },
      body: { format: 'rich-text' },
      count: { type: 'integer' },
    },
  },
  config_ui: { groups: [{ name: 'content', label: 'Content', props: ['title', 'gone'] }], controls: { count: { control: 'slider' } } },
};

describe('propGroups', () => {
  it('follows config_ui and puts the rest last', () => {
    const groups = propGroups(definition);
    expect(groups.map(({ label, props }) => [label, props.map(({ key, control }) => `${key}:${control}`)])).toEqual([
      ['Content', ['title:text']],
      ['More', ['level:segmented', 'text:textarea', 'body:rich_text', 'count:slider']],
    ]);
  });
});

describe('emptyValue', () => {
  it('makes a new item from its schema', () => {
    expect(
      emptyValue({ type: 'object', properties: { title: { type: 'string' }, kind: { enum: ['a', 'b'] }, size: { type: 'integer', minimum: 1 } } }),
    ).toEqual({ title: '', kind: 'a', size: 1 });
  });
});

describe('isChanged', () => {
  it('compares with what holds without a value', () => {
    expect(isChanged(undefined, 'h2')).toBe(false);
    expect(isChanged('h2', 'h2')).toBe(false);
    expect(isChanged('h3', 'h2')).toBe(true);
    expect(isChanged(['a'], ['a'])).toBe(false);
    expect(isChanged('', undefined)).toBe(false);
    expect(isChanged(false, true)).toBe(true);
  });
});

describe('readTable', () => {
  it('edits lists of texts', () => {
    const table = readTable([['a', 'b'], ['c']], { items: { type: 'array' } });
    expect(table.rows).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(table.withCell(1, 1, 'd')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(table.withoutColumn(0)).toEqual([['b'], ['']]);
  });

  it('edits lists of objects, numbers as numbers', () => {
    const schema = { items: { type: 'object', properties: { label: { type: 'string' }, value: { type: 'number' } } } };
    const table = readTable([{ label: 'Mon', value: 3 }], schema);
    expect(table.columns).toEqual(['label', 'value']);
    expect(table.withCell(0, 1, '4,5')).toEqual([{ label: 'Mon', value: 4.5 }]);
    const numberOf = (text: string) => (table.withCell(0, 1, text) as { value: unknown }[])[0]?.value;
    expect(['1,000', '-12,345.5', '1,234,567', '1,00', '1,0000', '1234,567'].map(numberOf)).toEqual([1000, -12345.5, 1234567, 1, 1, 1234.567]);
    expect(table.withCell(0, 1, '')).toEqual([{ label: 'Mon' }]);
    expect(table.withRow()).toEqual([
      { label: 'Mon', value: 3 },
      { label: '', value: 0 },
    ]);
    expect(table.withColumn('2025')).toEqual([{ label: 'Mon', value: 3, '2025': 0 }]);
  });
});

describe('design tokens', () => {
  const tokens = listTokens({
    color: { $type: 'color', ink: { $value: { colorSpace: 'srgb', components: [0, 0, 0], hex: '#000000' } }, text: { $value: '{color.ink}' } },
    space: { $type: 'dimension', '1': { $value: { value: 4, unit: 'px' } } },
    radius: { $type: 'dimension', small: { $value: '6px' } },
    $extensions: { x: { color: { $value: 'no' } } },
  });

  it('lists paths, types and values, with aliases followed', () => {
    expect(tokens).toEqual([
      { path: 'color.ink', reference: '{color.ink}', type: 'color', css: '#000000' },
      { path: 'color.text', reference: '{color.text}', type: 'color', css: '#000000' },
      { path: 'space.1', reference: '{space.1}', type: 'dimension', css: '4px' },
      { path: 'radius.small', reference: '{radius.small}', type: 'dimension', css: '6px' },
    ]);
  });

  it('lists what the format has besides: inherited tokens, pointers, a group’s own, and colours of other spaces', () => {
    const found = listTokens({
      accent: { $type: 'color', $root: { $value: { colorSpace: 'display-p3', components: [1, 0, 0] } }, soft: { $ref: '#/accent/$root' } },
      quiet: { $extends: '{accent}', soft: { $value: '#00000080' } },
    });
    expect(found.map(({ path, type, css }) => [path, type, css])).toEqual([
      ['accent.$root', 'color', '#ff0000'],
      ['accent.soft', 'color', '#ff0000'],
      ['quiet.$root', 'color', '#ff0000'],
      ['quiet.soft', 'color', '#00000080'],
    ]);
  });

  it('offers those of the fitting type, the fitting group first of all', () => {
    const fitting = (type: string, ...groups: string[]) =>
      fittingTokens(tokens, { property: '', label: '', tokens: { type, groups } }).map(({ path }) => path);
    expect(fitting('dimension', 'radius')).toEqual(['radius.small']);
    expect(fitting('dimension', 'nothing')).toEqual(['space.1', 'radius.small']);
    expect(fitting('')).toEqual([]);
  });
});

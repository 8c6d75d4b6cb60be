import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLibrary } from '../../../../tools/read-library.mjs';
import type { ComponentSource } from '../../engine/component.ts';
import { WasmEngine } from '../../engine/engine.ts';
import type { JsonObject } from '../../engine/json.ts';
import { compileEngine } from '../../session/page-for-tests.ts';
import { definitionIn, type ComponentTexts } from './component-texts.ts';
import { copyOf, exampleComponent, nameFault, nameFrom } from './starting-component.ts';
import { TrialEngine } from './trial-engine.ts';

const root = join(import.meta.dirname, '../../../../');
const library = readLibrary(root) as { components: ComponentSource[]; tokens: JsonObject; baseCss: string };
let trial: TrialEngine;

beforeAll(async () => {
  trial = new TrialEngine(await WasmEngine.create(await compileEngine()), library.components, library);
});

describe('a name', () => {
  it.each([
    ['Opening hours', 'opening-hours'],
    ['  Öffnungs-Zeiten!  ', 'offnungs-zeiten'],
    ['3 columns', 'columns'],
    ['日本', ''],
    ['a'.repeat(80), 'a'.repeat(64)],
  ])('of “%s” is %s', (words, name) => {
    expect(nameFrom(words)).toBe(name);
  });
  it.each(['', '3d', 'Card', 'my_card', 'a'.repeat(65), 'card'])('%s is refused', (name) => {
    expect(nameFault(name, new Set(['card']))).toMatch(/.+/);
  });
  it('of a partial is refused in its own words', () => expect(nameFault('item', new Set(['item']), 'partial')).toBe('There is a partial “item” already.'));
  it('may be any other', () => expect(nameFault('my-card-2', new Set(['card']))).toBeUndefined());
});

describe('what a component begins with', () => {
  it('is an example without faults, which is shown', () => {
    const { html, problems } = trial.tryOut(exampleComponent('invitation', 'Invitation'));
    expect(problems).toEqual([]);
    expect(html).toContain('Open day on Saturday');
    expect(html).toContain('.pw-invitation__title');
  });

  it('is a copy of any built-in component, with classes of its own', () => {
    for (const { definition, template, style, partials } of library.components) {
      const sample = JSON.parse(readFileSync(join(root, 'library/components', definition.name, 'sample.json'), 'utf8')) as JsonObject;
      const copy: ComponentTexts = copyOf({ definition: definition as unknown as JsonObject, template, style, ...(partials && { partials }), sample }, 'my-own', 'My own');
      expect({ of: definition.name, problems: trial.tryOut(copy).problems }).toEqual({ of: definition.name, problems: [] });
      expect(copy.template + copy.style).not.toMatch(new RegExp(`\\bpw-${definition.name}(?![a-z0-9])`));
      expect(definitionIn(copy)).toMatchObject({ name: 'my-own', display_name: 'My own', version: '1.0.0' });
    }
  });
});

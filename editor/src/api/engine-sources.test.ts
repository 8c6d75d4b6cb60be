import { expect, it } from 'vitest';

import { engineSources } from './engine-sources.ts';
import type { ComponentEntry } from './types.ts';

const note: ComponentEntry = {
  definition: { name: 'note', display_name: 'Note', category: 'content', version: '1.0.0' },
  template: '<p class="pw-note">{% render "word" %}</p>',
  style: '.pw-note { color: red; }',
  sample: { props: {} },
  insertable: true,
};

it('gives the engine each part of a component, and no sample', () => {
  const { sample: _sample, insertable: _insertable, ...source } = note;
  const partials = { word: '<b>word</b>' };
  expect(engineSources([note, { ...note, partials }])).toEqual([source, { ...source, partials }]);
});

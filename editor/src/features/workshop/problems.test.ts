import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLibrary } from '../../../../tools/read-library.mjs';
import type { ComponentDiagnostic } from '../../api/components.ts';
import type { ComponentSource } from '../../engine/component.ts';
import { WasmEngine } from '../../engine/engine.ts';
import type { JsonObject } from '../../engine/json.ts';
import { compileEngine } from '../../session/page-for-tests.ts';
import { type ComponentTexts, withText } from './component-texts.ts';
import { type Problem, serverProblems, togetherProblems } from './problems.ts';
import { exampleComponent } from './starting-component.ts';
import { TrialEngine } from './trial-engine.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../')) as { components: ComponentSource[]; tokens: JsonObject; baseCss: string };
const whole = exampleComponent('promo', 'Promotion');
let trial: TrialEngine;

beforeAll(async () => {
  trial = new TrialEngine(await WasmEngine.create(await compileEngine()), library.components, library);
});

const found = (texts: ComponentTexts) => trial.tryOut(texts).problems.map(({ part, line, column, message }) => `${part} ${String(line)}:${String(column)} ${message}`);

describe('what the engine says of a draft', () => {
  it('stands at its place in the template', () => {
    const [first] = found(withText(whole, 'template', '<p class="pw-promo">\n  {{ title | shout }}</p>'));
    expect(first).toBe('template 2:14 There is no filter called "shout".');
  });

  it('stands at its place in a partial', () => {
    const texts = withText(withText(whole, 'template', '<p class="pw-promo">{% render "item" %}</p>'), 'partial:item', '<b>\n{{ a | foo }}</b>');
    expect(found(texts)).toEqual(['partial:item 2:8 There is no filter called "foo".']);
  });

  it('stands at its place in the schema', () => {
    const definition = whole.definition.replace('"maxLength"', '"maxLengt"');
    const line = definition.split('\n').findIndex((text) => text.includes('maxLengt')) + 1;
    expect(found({ ...whole, definition })[0]).toMatch(new RegExp(`^definition ${String(line)}:\\d+ the keyword "maxLengt" is not known`));
  });

  it('stands at its place in the sample', () => {
    expect(found({ ...whole, sample: '{\n  "props": {\n    "title": 3 }\n}' })).toEqual(['sample 3:14 "title" must be a text, is 3.']);
  });

  it('is about the template too while somebody types in the schema', () => {
    trial.tryOut(whole);
    const texts = { ...withText(whole, 'template', '<p class="pw-promo">{{ title | shout }}</p>'), definition: '{ "name": "promo", }' };
    expect(found(texts).map((words) => words.split(' ')[0])).toEqual(['definition', 'template']);
  });
});

describe('what the server has said', () => {
  const diagnostic = (file: ComponentDiagnostic['file'], severity: ComponentDiagnostic['severity'] = 'error'): ComponentDiagnostic => ({ file, severity, line: 3, column: 1, message: `of ${file}` });
  const said: Problem[] = serverProblems([diagnostic('template'), diagnostic('style'), diagnostic('definition', 'warning')], whole);

  it('is kept for what has not changed since, but for what the engine judges itself', () => {
    const later = { ...whole, template: '<p class="pw-promo"></p>' };
    expect(togetherProblems([], later, said, whole).map(({ message }) => message)).toEqual(['of definition', 'of style']);
  });

  it('is forgotten for what has changed', () => {
    expect(togetherProblems([], { ...whole, style: '' }, said, whole).map(({ message }) => message)).toEqual(['of definition']);
  });

  it('has a place where it speaks of a partial that there is not', () => {
    expect(serverProblems([{ ...diagnostic('partial'), partial: 'gone', line: null, column: null }], whole)).toMatchObject([{ part: 'template', line: 1, column: 1 }]);
  });
});

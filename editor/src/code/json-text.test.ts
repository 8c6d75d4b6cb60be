import { describe, expect, it } from 'vitest';
import { formatJson } from './format-json.ts';
import { placeOfOffset, placeOfPointer, readJson, withMember } from './json-text.ts';

function faultIn(text: string) {
  const { fault } = readJson(text);
  return fault && { ...placeOfOffset(text, fault.offset), message: fault.message };
}

describe('the first fault of a text of JSON', () => {
  it.each([
    ['{"a": [1, -2.5e3, "x\\n", true, null, {}]}', null],
    ['', { line: 1, column: 1, message: 'The JSON ends too early.' }],
    ['{\n  "a": 1,\n}', { line: 3, column: 1, message: 'Expected a name in quotes. After the last member stands no comma.' }],
    ['{\n  "a": 1\n  "b": 2\n}', { line: 3, column: 3, message: 'Expected "," or "}".' }],
    ['{ "a" 1 }', { line: 1, column: 7, message: 'Expected ":" after the name.' }],
    ['[1, 2', { line: 1, column: 6, message: 'Expected "," or "]".' }],
    ['{ "a": "open\n}', { line: 1, column: 8, message: 'This text is not closed: \'"\' is missing.' }],
    ['{ "a": \'b\' }', { line: 1, column: 8, message: '"\'b\'" is no value of JSON: texts stand in double quotes.' }],
    ['{ "a": 01 }', { line: 1, column: 8, message: '"01" is no value of JSON: texts stand in double quotes.' }],
    ['{"a": 1, "a": 2}', { line: 1, column: 10, message: 'There is another "a" in this object.' }],
    ['{} x', { line: 1, column: 4, message: 'Nothing may follow the end of the JSON.' }],
  ])('%j', (text, expected) => {
    expect(faultIn(text)).toEqual(expected);
  });

  it('is one of depth before the stack ends', () => {
    expect(faultIn('['.repeat(100_000))?.message).toBe('This is nested too deeply.');
  });
});

describe('the place of a JSON Pointer', () => {
  const text = '{\n  "props": { "a/b": [10, 20] }\n}';
  const shown = (pointer: string) => {
    const { root } = readJson(text);
    const { start, end } = placeOfPointer(root!, pointer);
    return text.slice(start, end);
  };

  it('is that of its value', () => expect(shown('/props/a~1b/1')).toBe('20'));
  it('is that of what is above it, where it is not there', () => expect(shown('/props/a~1b/7/x')).toBe('[10, 20]'));
  it('is the whole, of the empty one', () => expect(shown('')).toBe(text));
});

describe('a member of an object', () => {
  it('changes alone', () => {
    expect(withMember('{ "a":1,\n\n  "version" :  "1.0.0" }', 'version', '1.1.0')).toBe('{ "a":1,\n\n  "version" :  "1.1.0" }');
  });
  it('is put in where it is missing', () => {
    for (const text of ['{}', '{ "a": 1 }']) expect(JSON.parse(withMember(text, 'b', [2]) ?? '')).toEqual({ ...JSON.parse(text), b: [2] });
  });
  it('is none of what is no object', () => {
    for (const text of ['[]', '"x"', '{']) expect(withMember(text, 'b', 2)).toBeNull();
  });
});

describe('formatted JSON', () => {
  it('keeps short things in a line and breaks long ones', () => {
    const value = { name: 'card', slots: {}, props: { title: { type: 'string', default: 'x'.repeat(100) }, level: { enum: ['h1', 'h2'] } } };
    expect(formatJson(value)).toBe(
      `{\n  "name": "card",\n  "slots": {},\n  "props": {\n    "title": {\n      "type": "string",\n      "default": "${'x'.repeat(100)}"\n    },\n    "level": { "enum": ["h1", "h2"] }\n  }\n}`,
    );
    expect(JSON.parse(formatJson(value))).toEqual(value);
  });
});

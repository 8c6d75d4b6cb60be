import { describe, expect, it } from 'vitest';
import type { ComponentDefinition } from '../../engine/component.ts';
import { isGreater, proposedVersion, versionAfter } from './next-version.ts';

const definition = (properties: Record<string, { type?: string }>, slots: string[] = []): Partial<ComponentDefinition> => ({
  version: '1.4.2',
  props: { type: 'object', properties },
  slots: Object.fromEntries(slots.map((slot) => [slot, {}])),
});
const before = definition({ title: { type: 'string' }, size: { type: 'integer' } }, ['content']);

describe('the version that is proposed', () => {
  it('is a patch where props and slots are as they were', () => {
    expect(proposedVersion(before, { ...before, display_name: 'Other' })).toMatchObject({ step: 'patch', version: '1.4.3' });
  });
  it('is a minor one where something was added', () => {
    expect(proposedVersion(before, definition({ title: { type: 'string' }, size: { type: 'integer' }, tone: {} }, ['content', 'footer']))).toEqual({
      step: 'minor',
      version: '1.5.0',
      reasons: ['The prop “tone” is new.', 'The slot “footer” is new.'],
    });
  });
  it('is a major one where a prop is gone or of another type, whatever was added', () => {
    expect(proposedVersion(before, definition({ size: { type: 'string' }, tone: {} }, ['content']))).toEqual({
      step: 'major',
      version: '2.0.0',
      reasons: ['The prop “title” is gone.', 'The prop “size” is of another type.', 'The prop “tone” is new.'],
    });
  });
  it('begins somewhere where nothing says a version', () => {
    expect(proposedVersion({}, {}).version).toBe('1.0.1');
    expect(versionAfter('what', 'major')).toBe('2.0.0');
  });
});

it.each([
  ['1.10.0', '1.9.9', true],
  ['2.0.0', '1.9.9', true],
  ['1.9.9', '1.9.9', false],
  ['1.9.8', '1.9.9', false],
  ['1.0.0', '2.0.0', false],
  ['one', '1.0.0', false],
])('%s is greater than %s: %s', (one, other, expected) => {
  expect(isGreater(one, other)).toBe(expected);
});

import { describe, expect, it } from 'vitest';
import { fromField, partsOf, toField, typedName } from './mention-text.ts';

const ada = { id: '0b9d8a52-6a51-4c39-9d3e-2f0f6a1b7c02', name: 'Ada' };
const lovelace = { id: '6f1e2f3a-5d1c-4a53-9d1e-0f4a1f6b7c09', name: 'Ada Lovelace' };

describe('mentions', () => {
  it('are read as names', () => {
    const body = `Hi <@${ada.id}>, see <@${lovelace.id}>.`;
    expect(toField(body, [ada])).toBe('Hi @Ada, see @somebody.');
    expect(partsOf(body, [ada, lovelace]).map(({ kind }) => kind)).toEqual(['text', 'mention', 'text', 'mention', 'text']);
  });

  it('are nothing but what they are', () => {
    for (const text of ['<@>', '<@0b9d8a52>', `<@${ada.id}`, '<script>alert(1)</script>', '']) {
      expect(partsOf(text, [ada])).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
    }
  });

  it('are written as names and sent as ids', () => {
    expect(fromField('@Ada Lovelace and @Ada look @Adam, me@Ada.com', [ada, lovelace])).toBe(
      `<@${lovelace.id}> and <@${ada.id}> look @Adam, me<@${ada.id}>.com`,
    );
    expect(fromField('  @Ada  ', [])).toBe('@Ada');
    const body = `<@${ada.id}> knows`;
    expect(fromField(toField(body, [ada]), [ada])).toBe(body);
  });

  it('begin with an @ before the cursor', () => {
    expect(typedName('Hello @ad', 9)).toEqual({ at: 6, name: 'ad' });
    expect(typedName('@', 1)).toEqual({ at: 0, name: '' });
    expect(typedName('@Ada Lo', 7)).toEqual({ at: 0, name: 'Ada Lo' });
    expect(typedName('me@example', 10)).toBeNull();
    expect(typedName('Hello @ad', 5)).toBeNull();
    expect(typedName('@Ada is one who', 15)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';

import { countSet, inheritedFrom, overriddenAt } from './where-set.ts';

const styles = { base: { color: 'red', width: '1px' }, tablet: { color: 'blue' }, mobile: { height: '2px' } };

describe('where a style is set', () => {
  it('comes from the nearest wider breakpoint', () => {
    expect(inheritedFrom(styles, 'mobile', 'color')).toBe('tablet');
    expect(inheritedFrom(styles, 'mobile', 'width')).toBe('base');
    expect(inheritedFrom(styles, 'tablet', 'height')).toBeUndefined();
    expect(inheritedFrom(styles, 'base', 'color')).toBeUndefined();
    expect(inheritedFrom(undefined, 'mobile', 'color')).toBeUndefined();
  });

  it('is overridden at the narrower ones that say something else', () => {
    expect(overriddenAt(styles, 'base', 'color')).toEqual(['tablet']);
    expect(overriddenAt(styles, 'base', 'height')).toEqual(['mobile']);
    expect(overriddenAt(styles, 'mobile', 'height')).toEqual([]);
  });

  it('is counted by breakpoint', () => {
    expect(countSet(styles, 'base', ['color', 'width', 'gap'])).toBe(2);
    expect(countSet(styles, 'mobile', ['color'])).toBe(0);
  });
});

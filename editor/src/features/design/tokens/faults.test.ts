import { expect, it } from 'vitest';
import { Problem } from '../../../api/problem.ts';
import { faultAt, faultsOf, faultText } from './faults.ts';

const problem = new Problem(422, 'validation', 'No', '', [
  { path: '/tokens/color/link', message: 'design tokens/tokens: color.link: refers to {color.brnad}, which is no token here' },
  { path: '/tokens/$extensions/org.pagewright.themes/dark/color/ink', message: 'theme dark: color.ink: must be a colour' },
  { path: '/tokens', message: 'must be at most 1 MiB of JSON' },
], null, null);

it('finds the token and the theme of each fault', () => {
  const faults = faultsOf(problem)!;
  expect(faultAt(faults, 'color.link', null)).toBe('refers to {color.brnad}, which is no token here');
  expect(faultAt(faults, 'color.ink', 'dark')).toBe('must be a colour');
  expect(faultAt(faults, 'color.ink', null)).toBeUndefined();
  expect(faults.map(faultText)).toEqual([
    'color.link: refers to {color.brnad}, which is no token here',
    'color.ink (dark): must be a colour',
    'must be at most 1 MiB of JSON',
  ]);
});

it('leaves other failures alone', () => {
  expect(faultsOf(new Problem(412, 'x', 'No', '', [], null, null))).toBeNull();
  expect(faultsOf(new Error('x'))).toBeNull();
});

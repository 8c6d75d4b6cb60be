import { expect, it } from 'vitest';
import { changesIn, type EnvironmentDraft, newDraft, rowOfHost } from './environment-draft.ts';

const before: EnvironmentDraft = { name: 'Acceptance', hosts: ['a.example'], baseUrl: 'https://a.example', access: 'password', password: '' };

it('sends what was changed, and nothing else', () => {
  expect(changesIn(before, before)).toEqual({});
  expect(changesIn(before, { ...before, name: ' Review ', hosts: ['a.example', ' ', 'B.example '] })).toEqual({ name: 'Review', hosts: ['a.example', 'b.example'] });
  expect(changesIn(before, { ...before, baseUrl: '' })).toEqual({ baseUrl: null });
  expect(changesIn(newDraft, { ...newDraft, name: 'Review', baseUrl: 'https://x.example/' })).toEqual({ name: 'Review', baseUrl: 'https://x.example' });
});

it('sends a password for the access that has one only', () => {
  expect(changesIn(before, { ...before, password: 'seven apples' })).toEqual({ password: 'seven apples' });
  expect(changesIn(before, { ...before, access: 'members', password: 'seven apples' })).toEqual({ access: 'members' });
});

it('finds the row of a host name that was sent', () => {
  expect(rowOfHost({ ...before, hosts: ['', 'a.example', ' ', 'b.example'] }, 1)).toBe(3);
});

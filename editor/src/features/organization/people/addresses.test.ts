import { expect, it } from 'vitest';
import { addressesIn } from './addresses.ts';
import { expiryOf } from './expiry.ts';

it.each([
  ['', []],
  ['grace', []],
  ['Grace@B.example', ['grace@b.example']],
  ['a@b.example, c@d.example;e@f.example\ng@h.example', ['a@b.example', 'c@d.example', 'e@f.example', 'g@h.example']],
  ['Ada Lovelace <ada@b.example>, ada@b.example', ['ada@b.example']],
])('finds in %j the addresses', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});

it.each([
  ['2026-11-30T12:00:00Z', 'The link works no more: send it again'],
  ['2026-12-01T11:00:00Z', 'The link works for less than a day more'],
  ['2026-12-01T13:00:00Z', 'The link works for 1 day more'],
  ['2026-12-07T12:00:00Z', 'The link works for 7 days more'],
])('says of a link until %s: %s', (expiresAt, words) => {
  expect(expiryOf(expiresAt, new Date('2026-11-30T12:00:00Z')).words).toBe(words);
});

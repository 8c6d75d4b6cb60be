import { expect, it } from 'vitest';
import { isBeingChecked, pauseBetween, type Release, type UpcomingRelease } from './releases.ts';

const now = Date.parse('2026-11-20T10:00:00Z');
const upcoming = (state: UpcomingRelease['state'], publishAt = '2026-12-24T08:00:00Z') => ({ state, publishAt }) as UpcomingRelease;
const release = (state: Release['health']['state'], createdAt: string) => ({ health: { state }, createdAt }) as Release;

it('asks the more often for what comes up, the sooner something happens', () => {
  const seldom = pauseBetween([upcoming('waiting'), upcoming('failed')], now);
  const soon = pauseBetween([upcoming('waiting', '2026-11-20T10:00:30Z')], now);
  const often = pauseBetween([upcoming('waiting'), upcoming('running')], now);
  expect(often).toBeLessThan(soon);
  expect(soon).toBeLessThan(seldom);
});

it('takes a release for being checked only right after it was made', () => {
  expect(isBeingChecked(release('unchecked', '2026-11-20T09:59:50Z'), now)).toBe(true);
  expect(isBeingChecked(release('unchecked', '2026-11-20T09:59:00Z'), now)).toBe(false);
  expect(isBeingChecked(release('healthy', '2026-11-20T09:59:50Z'), now)).toBe(false);
});

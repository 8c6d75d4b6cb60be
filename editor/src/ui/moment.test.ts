import { expect, it } from 'vitest';
import { isoOfLocal, localText, momentText, nextHour } from './moment.ts';

it('reads what it has written, whatever the time zone is', () => {
  const time = new Date('2026-12-24T08:15:00Z');
  expect(isoOfLocal(localText(time))).toBe('2026-12-24T08:15:00.000Z');
  expect(isoOfLocal('')).toBeNull();
  expect(isoOfLocal('2026-13-45T99:00')).toBeNull();
  expect(momentText('no time')).toBe('');
});

it('proposes a full hour that leaves time to think', () => {
  expect(localText(nextHour(new Date('2026-12-24T08:15:00')))).toBe('2026-12-24T09:00');
  expect(localText(nextHour(new Date('2026-12-24T08:45:00')))).toBe('2026-12-24T10:00');
  expect(localText(nextHour(new Date('2026-12-31T23:45:00')))).toBe('2027-01-01T01:00');
});

import { describe, expect, it } from 'vitest';
import { timeAgo } from './relative-time.tsx';

describe('timeAgo', () => {
  const now = new Date('2026-11-23T12:00:00.000Z');
  it.each([
    ['2026-11-23T11:59:30.000Z', 'just now'],
    ['2026-11-23T12:00:05.000Z', 'just now'],
    ['2026-11-23T11:55:00.000Z', '5 minutes ago'],
    ['2026-11-23T09:00:00.000Z', '3 hours ago'],
    ['2026-11-22T11:00:00.000Z', 'yesterday'],
    ['2026-11-09T12:00:00.000Z', '2 weeks ago'],
    ['2025-11-01T12:00:00.000Z', 'last year'],
  ])('%s is %s', (time, words) => {
    expect(timeAgo(new Date(time), now)).toBe(words);
  });
});

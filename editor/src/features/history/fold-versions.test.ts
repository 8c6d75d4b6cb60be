import { describe, expect, it } from 'vitest';
import type { PageVersion } from '../../api/types.ts';
import { dayOf, foldAutoSaves } from './fold-versions.ts';

const version = (versionNumber: number, more: Partial<PageVersion> = {}) =>
  ({ id: `v${versionNumber}`, versionNumber, isAutomatic: false, isPublished: false, tags: [], message: 'Named', ...more }) as PageVersion;
const automatic = (number: number, more: Partial<PageVersion> = {}) => version(number, { isAutomatic: true, message: 'Auto-save', ...more });

const shape = (versions: PageVersion[]) =>
  foldAutoSaves(versions).map((entry) => (entry.kind === 'version' ? entry.version.versionNumber : entry.versions.map(({ versionNumber }) => versionNumber)));

describe('the timeline', () => {
  it('folds auto-saves that follow each other', () => {
    expect(shape([version(9), automatic(8), automatic(7), version(6), automatic(5), version(4), automatic(3), automatic(2), version(1)])).toEqual([9, [8, 7], 6, 5, 4, [3, 2], 1]);
  });

  it('never folds the newest, what was published and what has a tag', () => {
    expect(shape([automatic(6), automatic(5, { isPublished: true }), automatic(4), automatic(3, { tags: ['launch'] }), automatic(2), automatic(1)])).toEqual([6, 5, 4, 3, [2, 1]]);
    expect(shape([])).toEqual([]);
  });

  it('names days as people do', () => {
    const now = new Date(2026, 7, 13, 9);
    expect(dayOf(new Date(2026, 7, 13, 1).toISOString(), now)).toBe('Today');
    expect(dayOf(new Date(2026, 7, 12, 23).toISOString(), now)).toBe('Yesterday');
    expect(dayOf(new Date(2026, 7, 1).toISOString(), now)).toBe('August 1');
    expect(dayOf(new Date(2025, 7, 1).toISOString(), now)).toBe('August 1, 2025');
  });
});

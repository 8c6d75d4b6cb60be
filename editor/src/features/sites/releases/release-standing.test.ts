import { expect, it } from 'vitest';
import type { Release, ShownPage } from '../../../api/releases.ts';
import { standingsOf } from './release-standing.ts';
import { extentOf, kindOf, namesOf, titleOf } from './release-words.ts';

const release = (id: string, more: Partial<Release> = {}) => ({ id, kind: 'publish', message: '', sourceId: null, counts: { shown: 1, takenOff: 0 }, pages: [], ...more }) as unknown as Release;
const shown = (...releaseIds: string[]) => releaseIds.map((releaseId) => ({ releaseId })) as ShownPage[];

it('says of each release what visitors still see of it', () => {
  const releases = [release('4'), release('3'), release('2', { counts: { shown: 2, takenOff: 0 } }), release('1')];
  expect([...standingsOf(releases, shown('4', '3', '2'))]).toEqual([
    ['4', 'live'],
    ['3', 'live'],
    ['2', 'partly-live'],
    ['1', 'replaced'],
  ]);
});

it('knows what was undone by going back, and that what came before was not', () => {
  const releases = [release('5'), release('4', { kind: 'rollback', sourceId: '1' }), release('3'), release('2'), release('1')];
  expect([...standingsOf(releases, shown('5', '4')).values()]).toEqual(['live', 'live', 'rolled-back', 'rolled-back', 'replaced']);
});

it('takes the newest for live where all it did was to take pages off', () => {
  const releases = [release('2', { kind: 'rollback', sourceId: '0', counts: { shown: 0, takenOff: 1 } }), release('1')];
  expect(standingsOf(releases, []).get('2')).toBe('live');
});

it('is called by why it was made, or by what it did', () => {
  const page = (pageName: string) => ({ pageName }) as Release['pages'][number];
  expect(titleOf(release('1', { message: 'Opening hours' }))).toBe('Opening hours');
  expect(titleOf(release('1', { pages: [page('About')] }))).toBe('Published About');
  expect(titleOf(release('1', { pages: [page('About'), page('News')] }))).toBe('Published 2 pages');
  expect(titleOf(release('1', { kind: 'rollback' }))).toBe('Went back to an earlier release');
  const takenOff = release('1', { counts: { shown: 0, takenOff: 1 }, pages: [page('About')] });
  expect(titleOf(takenOff)).toBe('Taken offline');
  expect(kindOf({ ...takenOff, message: 'Put into the trash' })).toBe('Taken offline');
  expect(extentOf(release('1', { counts: { shown: 3, takenOff: 1 } }))).toBe('3 pages, 1 taken off');
  expect(extentOf(release('1', { counts: { shown: 0, takenOff: 1 } }))).toBe('1 page taken off');
  expect(namesOf(['About', 'News'], 5)).toBe('About, News and 3 more');
  expect(namesOf([], 2)).toBe('2 more');
});

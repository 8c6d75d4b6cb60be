import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { AuditRecord } from '../../../api/audit-log.ts';
import { actionOptions } from './actions.ts';
import { knownActions, sentenceOf } from './sentence.ts';

const record = (action: string, part: Partial<AuditRecord> = {}): AuditRecord => ({
  id: 'r',
  sequence: 1,
  createdAt: '2026-11-20T10:00:00Z',
  actor: { id: 'a', name: 'Ada', email: 'ada@b.example' },
  action,
  subjectId: 's',
  subjectName: null,
  detail: {},
  hash: '',
  ...part,
});

it.each<[string, AuditRecord]>([
  ['Ada published 2 pages to Staging.', record('release.published', { detail: { pages: [{}, {}], environment: 'Staging' } })],
  ['Ada made the page “Clinic”.', record('page.created', { subjectName: 'Clinic', detail: { name: 'Draft' } })],
  ['Ada deleted for good the page “Draft”.', record('page.erased', { detail: { name: 'Draft' } })],
  ['Ada changed a page.', record('page.updated')],
  ['Ada shared the page “Clinic” with Grace, who may edit it.', record('page.shared', { subjectName: 'Clinic', detail: { name: 'Grace', level: 'edit' } })],
  ['Ada shares a page no longer with Grace.', record('page.unshared', { detail: { name: 'Grace' } })],
  ['Ada changed the role of Grace from viewer to editor.', record('member.changed', { subjectName: 'Grace', detail: { role: 'editor', roleBefore: 'viewer', isActive: true } })],
  ['Ada deactivated Grace.', record('member.changed', { subjectName: 'Grace', detail: { role: 'editor', isActive: false } })],
  ['Ada removed grace@b.example.', record('member.removed', { detail: { email: 'grace@b.example' } })],
  ['Ada left the organisation.', record('member.removed', { subjectId: 'a', subjectName: 'Ada' })],
  ['Ada signed in on Firefox on Linux.', record('sign_in.succeeded', { detail: { device: 'Firefox on Linux' } })],
  ['Somebody tried to sign in as Ada with a wrong password, on curl.', record('sign_in.refused', { actor: null, subjectName: 'Ada', detail: { device: 'curl' } })],
  ['Pagewright thinned out 3 Auto-saves of the page “Clinic”.', record('versions.thinned_out', { actor: null, subjectName: 'Clinic', detail: { versionNumbers: [1, 2, 3] } })],
  ['Ada gave a version of the page “Clinic” the tag “approved”.', record('tag.set', { subjectName: 'Clinic', detail: { name: 'approved' } })],
  ['Ada uploaded the file “roof.jpg”, with the API token “Import”.', record('asset.created', { detail: { name: 'roof.jpg', apiToken: { id: 't', name: 'Import' } } })],
  ['Ada did “moon.landed”.', record('moon.landed')],
])('%s', (sentence, told) => {
  expect(sentenceOf(told)).toBe(sentence);
});

it('has words for every action that the server writes down', () => {
  const server = join(import.meta.dirname, '../../../../../server');
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((path) => /\.cpp$/.test(path) && !/_test\.cpp$|scenarios/.test(path));
  const kinds = actionOptions.map(({ value }) => value.slice(0, -2)).filter((kind) => kind !== '');
  const written = new Set(sources.flatMap((path) => [...readFileSync(join(server, path), 'utf8').matchAll(/"([a-z_]+)\.[a-z_]+"/g)].filter(([, kind]) => kinds.includes(kind ?? '')).map(([text]) => text.slice(1, -1))));
  // Kinds of jobs and names of files, which look the same.
  const notActions = ['release.publish', 'release.check', 'webhook.deliver', 'webhook.ping', 'component.json', 'template.liquid', 'template.db'];
  expect([...written].filter((action) => !knownActions.includes(action) && !notActions.includes(action))).toEqual([]);
  expect(written.size).toBeGreaterThan(60);
});

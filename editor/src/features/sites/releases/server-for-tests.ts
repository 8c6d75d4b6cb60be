// A server with two environments and what was released to them. For tests only.
import { vi } from 'vitest';
import { jsonAnswer } from '../../../api/sign-in-for-tests.ts';

export const production = {
  id: 'e1', name: 'Production', kind: 'production', baseUrl: 'http://sites.example', path: '', hosts: [], access: 'public', hasPassword: false, preview: null, createdAt: '', updatedAt: '1',
};
export const staging = { ...production, id: 'e2', name: 'Staging', kind: 'staging', baseUrl: 'http://sites.example/~staging', access: 'members' };

const page = (pageId: string, pageName: string) => ({ pageId, pageName, isShown: true, path: `/${pageId}`, versionNumber: 2, contentHash: 'h' });

export const release = (id: string, more: object = {}) => ({
  id,
  environmentId: 'e1',
  kind: 'publish',
  message: '',
  sourceId: null,
  author: { id: 'u', name: 'Ada' },
  createdAt: '2026-11-20T10:00:00Z',
  pages: [page('about', 'About')],
  counts: { shown: 1, takenOff: 0 },
  health: { state: 'healthy', checkedAt: '2026-11-20T10:00:01Z', pages: [] },
  rollbackOnFailure: false,
  canRollBack: true,
  log: [{ at: '2026-11-20T10:00:00Z', text: 'Pages rendered: 1' }],
  ...more,
});

export const upcoming = (jobId: string, more: object = {}) => ({
  jobId, environmentId: 'e1', state: 'waiting', publishAt: '2030-12-24T08:00:00Z', createdAt: '', author: { id: 'u', name: 'Grace' }, message: '', rollbackOnFailure: false, pageCount: null, pages: [], progress: null, fault: '',
  ...more,
});

export const shownPage = (pageId: string, pageName: string, more: object = {}) => ({ ...page(pageId, pageName), releaseId: 'r2', hasChanges: false, hasNewDesign: false, ...more });

/** What the server has, what was asked of it with another method than GET, and what it answers to that. */
export const server = {
  environments: [] as object[],
  releases: [] as ReturnType<typeof release>[],
  upcoming: [] as ReturnType<typeof upcoming>[],
  shown: [] as ReturnType<typeof shownPage>[],
  pages: [] as object[],
  sent: [] as { method: string; path: string; body: unknown }[],
  answer: (_path: string, _body: Record<string, unknown>): Response => jsonAnswer({}),
};

export function startServer(): void {
  Object.assign(server, {
    environments: [production, staging],
    releases: [release('r2', { message: 'Opening hours' }), release('r1')],
    upcoming: [],
    shown: [shownPage('about', 'About')],
    pages: [],
    sent: [],
    answer: () => jsonAnswer({}),
  });
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const { pathname } = new URL(address, 'http://here');
    const path = pathname.replace('/api/v1', '');
    if (init.method !== 'GET') {
      const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Record<string, unknown>;
      server.sent.push({ method: init.method ?? '', path: address.replace('/api/v1', ''), body });
      return Promise.resolve(server.answer(path, body));
    }
    return Promise.resolve(answerTo(path));
  });
}

const list = (items: readonly object[]) => jsonAnswer({ items, total: items.length, limit: 20, offset: 0 });

function answerTo(path: string): Response {
  if (path === '/environments') return jsonAnswer({ items: server.environments });
  if (path === '/environments/e1/pages') return jsonAnswer({ items: server.shown });
  if (path.startsWith('/environments/')) return jsonAnswer({ items: [] });
  if (path === '/releases/upcoming') return jsonAnswer({ items: server.upcoming });
  if (path === '/releases') return list(server.releases);
  if (path === '/pages') return list(server.pages);
  const found = server.releases.find(({ id }) => path === `/releases/${id}`);
  return found === undefined ? jsonAnswer({ title: 'Not found', detail: 'There is no such release.' }, 404) : jsonAnswer(found);
}

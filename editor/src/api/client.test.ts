import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signInAgain } from './authentication.ts';
import { request } from './client.ts';
import { forgetCredentials, freshAccessToken, readCredentials, signedIn } from './credentials.ts';
import { explain, Problem, Unreachable } from './problem.ts';
import { requestFile, requestWithTag } from './tagged-requests.ts';
import type { SignIn } from './types.ts';

const user = { id: 'u1', email: 'ada@example.org', name: 'Ada', role: 'admin' as const, organization: { id: 'o1', name: 'Lindenhof', slug: 'lindenhof' } };
const signInWith = (accessToken: string): SignIn => ({ accessToken, tokenType: 'Bearer', expiresIn: 900, user });

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

type Route = (request: { path: string; token: string | null; init: RequestInit }) => Response | Promise<Response>;

function serve(route: Route) {
  const fetching = vi.fn((path: string, init: RequestInit) =>
    Promise.resolve(route({ path, token: new Headers(init.headers).get('Authorization'), init })),
  );
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

const refreshes = (fetching: ReturnType<typeof serve>) => fetching.mock.calls.filter(([path]) => path === '/api/v1/auth/refresh').length;

describe('the API client', () => {
  beforeEach(forgetCredentials);
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('restores the session once, however many requests ask for it', async () => {
    const fetching = serve(({ path, token }) => (path.endsWith('/auth/refresh') ? json(signInWith('t1')) : json({ name: token })));
    const answers = await Promise.all([1, 2, 3, 4].map(() => request('GET', '/design-tokens')));
    expect(answers.map(({ name }) => name)).toEqual(Array(4).fill('Bearer t1'));
    expect(refreshes(fetching)).toBe(1);
  });

  it('renews a refused token and repeats the request with the new one', async () => {
    signedIn(signInWith('old'));
    const fetching = serve(({ path, token }) => {
      if (path.endsWith('/auth/refresh')) return json(signInWith('new'));
      return token === 'Bearer new' ? json({ ok: true }) : json({ type: 'x/unauthenticated', title: 'No' }, 401);
    });
    await expect(Promise.all([request('GET', '/pages'), request('GET', '/environments')])).resolves.toEqual([{ ok: true }, { ok: true }]);
    expect(refreshes(fetching)).toBe(1);
  });

  it('renews a token shortly before it ends', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    signedIn(signInWith('first'));
    serve(() => json(signInWith('second')));
    expect(await freshAccessToken()).toBe('first');
    vi.setSystemTime(Date.now() + 880_000);
    expect(await freshAccessToken()).toBe('second');
  });

  it('keeps neither token nor name anywhere in the browser but in memory', async () => {
    const writing = [vi.spyOn(Storage.prototype, 'setItem'), vi.spyOn(document, 'cookie', 'set')];
    serve(({ path }) => json(path.endsWith('/auth/refresh') ? signInWith('t1') : { ok: true }));
    await request('GET', '/pages');
    expect(readCredentials()).toMatchObject({ state: 'signed-in', accessToken: 't1' });
    const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, writing.map(({ mock }) => mock.calls)]);
    expect(kept).not.toMatch(/t1|ada@example\.org|Ada/);
    for (const spy of writing) spy.mockRestore();
  });

  it('is signed out when the refresh token is not taken', async () => {
    serve(() => json({ type: 'https://pagewright.org/problems/unauthenticated', title: 'Sign in' }, 401));
    const failure = await request('GET', '/pages').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(readCredentials().state).toBe('signed-out');
  });

  it('knows whose session has ended, asks no more for a new one, and goes on after signing in again', async () => {
    signedIn(signInWith('old'));
    const fetching = serve(({ path, token }) => {
      if (path.endsWith('/auth/login')) return json(signInWith('new'));
      return token === 'Bearer new' ? json({ items: [] }) : json({ type: 'x/unauthenticated', title: 'No' }, 401);
    });
    await expect(request('GET', '/pages')).rejects.toMatchObject({ status: 401 });
    const ended = readCredentials();
    expect(ended).toMatchObject({ state: 'expired', user: signInWith('old').user });
    await expect(request('GET', '/pages')).rejects.toMatchObject({ status: 401 });
    expect(refreshes(fetching)).toBe(1);
    await signInAgain((ended as Extract<typeof ended, { state: 'expired' }>).user, 'secret');
    expect(readCredentials().state).toBe('signed-in');
    await expect(request('GET', '/pages')).resolves.toEqual({ items: [] });
  });

  it('stays as it is when the server is not there', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(request('GET', '/pages')).rejects.toBeInstanceOf(Unreachable);
    expect(readCredentials().state).toBe('unknown');
  });

  it('sends queries without empty values', async () => {
    signedIn(signInWith('t'));
    const fetching = serve(() => json({ items: [] }));
    await request('GET', '/pages', { query: { search: '', status: undefined, limit: 20, sort: '-name' } });
    expect(fetching.mock.calls[0]![0]).toBe('/api/v1/pages?limit=20&sort=-name');
  });

  it('takes only what the API describes', () => {
    const attempts = [
      // @ts-expect-error there is no such path
      () => request('GET', '/nothing'),
      // @ts-expect-error nor such a method of it
      () => request('DELETE', '/pages'),
      // @ts-expect-error the path has a parameter
      () => request('GET', '/pages/{id}'),
      // @ts-expect-error a page needs a name
      () => request('POST', '/pages', { body: {} }),
      // @ts-expect-error pages are not sorted by colour
      () => request('GET', '/pages', { query: { sort: 'colour' } }),
      // @ts-expect-error nothing is sent there
      () => request('POST', '/auth/logout', { body: {} }),
      // @ts-expect-error a list has no name
      async () => (await request('GET', '/pages')).name,
    ];
    // They prove what they say when types are checked.
    expect(attempts).toHaveLength(7);
  });

  it('gives texts as they are, and nothing where there is no content', async () => {
    signedIn(signInWith('t'));
    serve(({ path }) => (path.endsWith('/preview') ? new Response('<p>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }) : new Response(null, { status: 204 })));
    expect(await request('GET', '/pages/{id}/preview', { path: { id: '1' } })).toBe('<p>');
    expect(await request('DELETE', '/pages/{id}', { path: { id: '1' } })).toBeUndefined();
  });

  it('sends bodies as JSON to the address that the path makes', async () => {
    signedIn(signInWith('t'));
    const fetching = serve(() => new Response(null, { status: 204 }));
    await request('PUT', '/pages/{id}', { path: { id: 'a/1' }, body: { name: 'A' } });
    const [path, init] = fetching.mock.calls[0]!;
    expect(path).toBe('/api/v1/pages/a%2F1');
    expect(init.body).toBe('{"name":"A"}');
    expect(new Headers(init.headers).get('Content-Type')).toBe('application/json');
  });

  it('sends the tag of what it changes, and gives the one of what it reads', async () => {
    signedIn(signInWith('t'));
    const fetching = serve(() => json({ tokens: {} }, 200, { ETag: '"b"' }));
    const { tag } = await requestWithTag('PUT', '/design-tokens/draft', { body: { tokens: {} }, ifMatch: '"a"' });
    expect(tag).toBe('"b"');
    expect(new Headers(fetching.mock.calls[0]![1].headers).get('If-Match')).toBe('"a"');
  });

  it('gives a file under the name that the server says', async () => {
    signedIn(signInWith('t'));
    serve(() => new Response('{}', { headers: { 'Content-Type': 'application/json', 'Content-Disposition': 'attachment; filename="design.json"' } }));
    const { content, name } = await requestFile('GET', '/design-tokens/export', { query: { format: 'json' } });
    expect([await content.text(), name]).toEqual(['{}', 'design.json']);
    serve(() => json({ type: 'x/malformed', title: 'No' }, 400));
    await expect(requestFile('GET', '/design-tokens/export')).rejects.toMatchObject({ status: 400 });
  });

  it('reads problem details with the fields they are about', async () => {
    signedIn(signInWith('t'));
    serve(() =>
      json(
        {
          type: 'https://pagewright.org/problems/validation',
          title: 'The page was not saved',
          status: 422,
          detail: '1 field needs attention.',
          errors: [{ path: '/name', message: 'must be at most 255 characters, is 300', code: 'too_long' }],
        },
        422,
        { 'X-Request-Id': 'r-1' },
      ),
    );
    const problem = await request('POST', '/pages', { body: { name: '' } }).catch((error: unknown) => error as Problem);
    expect(problem).toMatchObject({ status: 422, kind: 'validation', requestId: 'r-1', message: '1 field needs attention.' });
    expect((problem as Problem).faultAt('/name')).toBe('must be at most 255 characters, is 300');
    expect((problem as Problem).faultAt('/slug')).toBeUndefined();
    expect(explain(problem)).toBe('“name” must be at most 255 characters, is 300.');
  });

  it('makes a problem of an answer that is none', async () => {
    signedIn(signInWith('t'));
    serve(() => new Response('<html>Bad gateway</html>', { status: 502 }));
    await expect(request('GET', '/pages')).rejects.toMatchObject({ status: 502, faults: [], message: 'The server answered with status 502' });
  });

  it('says how long to wait', async () => {
    signedIn(signInWith('t'));
    serve(() => json({ type: 'x/too-many-requests', title: 'Slow down' }, 429, { 'Retry-After': '300' }));
    const problem = await request('GET', '/pages').catch((error: unknown) => error);
    expect(explain(problem)).toBe('Too many attempts. Try again in 5 minutes.');
  });
});

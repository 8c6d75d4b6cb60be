import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials, readCredentials, signedIn, signedOut } from '../api/credentials.ts';
import type { SignIn } from '../api/types.ts';
import { SessionAuthorization } from './session-authorization.ts';

const user = { id: 'u1', email: 'ada@example.org', name: 'Ada', role: 'admin' as const, organization: { id: 'o1', name: 'Lindenhof', slug: 'lindenhof' } };
const signInWith = (accessToken: string): SignIn => ({ accessToken, tokenType: 'Bearer', expiresIn: 900, user });
const requestWith = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

function page() {
  const authorization = new SessionAuthorization();
  const shown = { authorize: vi.fn(), forget: vi.fn() };
  authorization.follow(shown);
  return { authorization, shown };
}

describe('the authorization of the API’s page', () => {
  beforeEach(forgetCredentials);
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is that of the session, whenever it begins and ends', () => {
    const { shown } = page();
    expect(shown.authorize).not.toHaveBeenCalled();
    signedIn(signInWith('first'));
    signedIn(signInWith('second'));
    expect(shown.authorize.mock.calls).toEqual([['first'], ['second']]);
    signedOut();
    signedOut();
    expect(shown.forget).toHaveBeenCalledTimes(1);
    signedIn(signInWith('second'));
    expect(shown.authorize).toHaveBeenLastCalledWith('second');
  });

  it('is there from the start where somebody is signed in already', () => {
    signedIn(signInWith('here'));
    expect(page().shown.authorize.mock.calls).toEqual([['here']]);
  });

  it('renews the session’s token before it ends, and shows the new one', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    signedIn(signInWith('old'));
    const { authorization, shown } = page();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(signInWith('new')), { status: 200 })));
    vi.setSystemTime(Date.now() + 880_000);
    expect(await authorization.renew(requestWith('old'))).toEqual(requestWith('new'));
    expect(shown.authorize).toHaveBeenLastCalledWith('new');
  });

  it('leaves a pasted token alone, and a request without one', async () => {
    signedIn(signInWith('session'));
    const { authorization } = page();
    const pasted = requestWith('pasted');
    expect(await authorization.renew(pasted)).toBe(pasted);
    const bare = { headers: {} };
    expect(await authorization.renew(bare)).toBe(bare);
  });

  it('sends the old token where there is no new one, so that the server’s answer is seen', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    signedIn(signInWith('old'));
    const { authorization, shown } = page();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 401 })));
    vi.setSystemTime(Date.now() + 1_000_000);
    expect(await authorization.renew(requestWith('old'))).toEqual(requestWith('old'));
    expect(readCredentials().state).toBe('expired');
    expect(shown.forget).toHaveBeenCalledTimes(1);
  });
});

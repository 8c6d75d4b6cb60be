import { requestPublic } from './client.ts';
import { signedIn, signedOut } from './credentials.ts';

export async function isFirstRun(signal?: AbortSignal): Promise<boolean> {
  return (await requestPublic('GET', '/auth/first-run', { signal })).firstRun;
}

export async function signIn(email: string, password: string): Promise<void> {
  signedIn(await requestPublic('POST', '/auth/login', { body: { email, password } }));
}

/** Makes the first account, with the one-time token that the terminal printed. */
export async function setUp(token: string, email: string, password: string, name: string): Promise<void> {
  const account = { token, email, password, ...(name === '' ? {} : { name }) };
  signedIn(await requestPublic('POST', '/auth/first-run', { body: account }));
}

/** Ends the session here and on the server. Without a connection it fails: a cookie would stay behind. */
export async function signOut(): Promise<void> {
  await requestPublic('POST', '/auth/logout');
  signedOut();
}

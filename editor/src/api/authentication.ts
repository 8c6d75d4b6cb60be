import { requestAs, requestPublic } from './client.ts';
import { signedIn, signedOut } from './credentials.ts';
import type { User } from './types.ts';

export async function isFirstRun(signal?: AbortSignal): Promise<boolean> {
  return (await requestPublic('GET', '/auth/first-run', { signal })).firstRun;
}

export async function signIn(email: string, password: string): Promise<void> {
  signedIn(await requestPublic('POST', '/auth/login', { body: { email, password } }));
}

/** After the session of a user has ended: signs the same one in to the same organisation. */
export async function signInAgain({ email, organization }: User, password: string): Promise<void> {
  const answer = await requestPublic('POST', '/auth/login', { body: { email, password } });
  if (answer.user.organization.id === organization.id) return signedIn(answer);
  signedIn(await requestAs(answer.accessToken, 'POST', '/auth/organization', { body: { organizationId: organization.id } }));
}

/** Makes the first account, with the one-time token that the terminal printed. */
export async function setUp(token: string, email: string, password: string, name: string): Promise<void> {
  const account = { token, email, password, ...(name === '' ? {} : { name }) };
  signedIn(await requestPublic('POST', '/auth/first-run', { body: account }));
}

/** What the link of an invitation offers. */
export async function findInvitation(token: string) {
  return requestPublic('POST', '/auth/invitation', { body: { token } });
}

/** Joins by an invitation: with the password of the account that there is, or of the new one. */
export async function acceptInvitation(token: string, password: string, name: string): Promise<void> {
  signedIn(await requestPublic('POST', '/auth/invitation/accept', { body: { token, password, ...(name === '' ? {} : { name }) } }));
}

/** The server answers the same whether anybody has that address or not. */
export async function askForNewPassword(email: string): Promise<void> {
  await requestPublic('POST', '/auth/password-reset', { body: { email } });
}

/** Ends all sessions of the account, so nobody is signed in afterwards. */
export async function chooseNewPassword(token: string, password: string): Promise<void> {
  await requestPublic('POST', '/auth/password-reset/complete', { body: { token, password } });
  signedOut();
}

/** Ends the session here and on the server. Without a connection it fails: a cookie would stay behind. */
export async function signOut(): Promise<void> {
  await requestPublic('POST', '/auth/logout');
  signedOut();
}

import { freshAccessToken, rejectAccessToken, signedOut } from './credentials.ts';
import { readProblem, Unreachable } from './problem.ts';

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  query?: Query | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

async function send(method: Method, path: string, options: RequestOptions, accessToken: string | null): Promise<Response> {
  const headers = new Headers();
  if (accessToken !== null) headers.set('Authorization', `Bearer ${accessToken}`);
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    request.body = JSON.stringify(options.body);
  }
  if (options.signal !== undefined) request.signal = options.signal;
  try {
    return await fetch(addressOf(path, options.query), request);
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw new Unreachable(error);
  }
}

async function sendSignedIn(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const first = await freshAccessToken();
  let response = await send(method, path, options, first);
  if (response.status === 401) {
    // Revoked, or the clocks differ: one more try with a token of now.
    rejectAccessToken(first);
    response = await send(method, path, options, await freshAccessToken());
    if (response.status === 401) signedOut();
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** Sends as the signed-in user. Throws Problem or Unreachable. */
export async function requestJson<Answer>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await sendSignedIn(method, path, options);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

export async function requestText(path: string, options: RequestOptions = {}): Promise<string> {
  return (await sendSignedIn('GET', path, options)).text();
}

/** For the few routes that work without having signed in. */
export async function requestPublic<Answer>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(method, path, options, null);
  if (!response.ok) throw await readProblem(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

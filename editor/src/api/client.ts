import { freshAccessToken, rejectAccessToken, sessionEnded } from './credentials.ts';
import type { Answer, Method, Operation, PathOf, RequestOptions } from './operations.ts';
import { readProblem, Unreachable } from './problem.ts';

/** The same as RequestOptions, without knowing of which operation. */
interface Options {
  path?: object | undefined;
  query?: object | undefined;
  body?: unknown;
  ifMatch?: string | undefined;
  signal?: AbortSignal | undefined;
}

// The union over all operations is more than the compiler looks into: what is sent needs to know none of them.
export const plain = (options: unknown): Options => (options ?? {}) as Options;

// Where nothing is needed, nothing need be said.
export type Arguments<O> = object extends RequestOptions<O> ? [options?: RequestOptions<O>] : [options: RequestOptions<O>];

function addressOf(path: string, { path: inPath = {}, query = {} }: Options): string {
  const named = Object.entries(inPath).reduce((address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(String(value))), path);
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1${named}${text === '' ? '' : `?${text}`}`;
}

async function send(method: Method, path: string, options: Options, accessToken: string | null): Promise<Response> {
  const headers = new Headers();
  if (accessToken !== null) headers.set('Authorization', `Bearer ${accessToken}`);
  if (options.ifMatch !== undefined) headers.set('If-Match', options.ifMatch);
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    request.body = JSON.stringify(options.body);
  }
  if (options.signal !== undefined) request.signal = options.signal;
  try {
    return await fetch(addressOf(path, options), request);
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw new Unreachable(error);
  }
}

export async function sendSignedIn(method: Method, path: string, options: Options): Promise<Response> {
  const first = await freshAccessToken();
  const response = await send(method, path, options, first);
  if (response.status !== 401) return response;
  // Revoked, or the clocks differ: one more try with a token of now.
  rejectAccessToken(first);
  const second = await send(method, path, options, await freshAccessToken());
  if (second.status === 401) sessionEnded();
  return second;
}

export async function read<O>(response: Response): Promise<Answer<O>> {
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204) return undefined as Answer<O>;
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
  return (isJson ? await response.json() : await response.text()) as Answer<O>;
}

/** Sends as the signed-in user what the description of the API knows: request('GET', '/pages/{id}', { path: { id } }). Throws Problem or Unreachable. */
export async function request<M extends Method, Path extends PathOf<M>>(
  method: M,
  path: Path,
  ...[options]: Arguments<Operation<M, Path>>
): Promise<Answer<Operation<M, Path>>> {
  return read(await sendSignedIn(method, path, plain(options)));
}

/** As who has this access token, whoever is signed in. */
export async function requestAs<M extends Method, Path extends PathOf<M>>(
  accessToken: string,
  method: M,
  path: Path,
  ...[options]: Arguments<Operation<M, Path>>
): Promise<Answer<Operation<M, Path>>> {
  return read(await send(method, path, plain(options), accessToken));
}

/** For the few routes that work without having signed in. */
export async function requestPublic<M extends Method, Path extends PathOf<M>>(
  method: M,
  path: Path,
  ...[options]: Arguments<Operation<M, Path>>
): Promise<Answer<Operation<M, Path>>> {
  return read(await send(method, path, plain(options), null));
}

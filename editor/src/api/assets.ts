import { request } from './client.ts';
import { freshAccessToken, rejectAccessToken, sessionEnded } from './credentials.ts';
import type { Operation, RequestOptions } from './operations.ts';
import { readProblem, Unreachable } from './problem.ts';
import type { Asset, Slice } from './types.ts';

type ListAssets = RequestOptions<Operation<'GET', '/assets'>>;
export type AssetListQuery = NonNullable<ListAssets['query']>;

export type AssetSlice = Slice<Asset> & { nextCursor: string | null };

export function listAssets(query: AssetListQuery, signal?: AbortSignal): Promise<AssetSlice> {
  return request('GET', '/assets', { query, signal });
}

interface Upload {
  /** How much has arrived, from 0 to 1. Then the server looks at it, which takes a moment. */
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Uploads a file. Of bytes that the organisation has already it is that asset. Throws Problem, Unreachable, or the signal's reason. */
export async function uploadAsset(file: File, upload: Upload = {}): Promise<Asset> {
  const first = await freshAccessToken();
  let response = await send(file, first, upload);
  if (response.status === 401) {
    rejectAccessToken(first);
    response = await send(file, await freshAccessToken(), upload);
    if (response.status === 401) sessionEnded();
  }
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as Asset;
}

// fetch() does not tell how much of a body has been sent.
function send(file: File, accessToken: string | null, { onProgress, signal }: Upload): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `/api/v1/assets?name=${encodeURIComponent(file.name)}`);
    sending.setRequestHeader('Content-Type', 'application/octet-stream');
    if (accessToken !== null) sending.setRequestHeader('Authorization', `Bearer ${accessToken}`);
    sending.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    };
    sending.onload = () => resolve(responseOf(sending));
    sending.onerror = () => reject(new Unreachable(null));
    const stop = () => {
      sending.abort();
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('Stopped', 'AbortError'));
    };
    if (signal?.aborted === true) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    sending.send(file);
  });
}

function responseOf(sending: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['Content-Type', 'Retry-After', 'X-Request-Id']) {
    const value = sending.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(sending.responseText, { status: sending.status, headers });
}

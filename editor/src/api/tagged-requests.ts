// Requests of which more is wanted than the answer; beside client.ts, so that only those who need them load them.
import { plain, read, sendSignedIn, type Arguments } from './client.ts';
import type { Answer, Method, Operation, PathOf } from './operations.ts';
import { readProblem } from './problem.ts';

/** As request(), with the ETag of the answer, null where it has none. */
export async function requestWithTag<M extends Method, Path extends PathOf<M>>(
  method: M,
  path: Path,
  ...[options]: Arguments<Operation<M, Path>>
): Promise<{ answer: Answer<Operation<M, Path>>; tag: string | null }> {
  const response = await sendSignedIn(method, path, plain(options));
  return { answer: await read(response), tag: response.headers.get('ETag') };
}

/** An answer that is to be kept as a file, with the name that the server gives it. */
export async function requestFile<M extends Method, Path extends PathOf<M>>(
  method: M,
  path: Path,
  ...[options]: Arguments<Operation<M, Path>>
): Promise<{ content: Blob; name: string | null }> {
  const response = await sendSignedIn(method, path, plain(options));
  if (!response.ok) throw await readProblem(response);
  const [, name = null] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return { content: await response.blob(), name };
}

import type { FieldFault } from './types.ts';

/** The server's answer in problem details (RFC 9457): it understood the request and says no. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** The last part of the problem's type: "validation", "not-found". */
  readonly kind: string;

  constructor(
    readonly status: number,
    type: string,
    readonly title: string,
    readonly detail: string,
    readonly faults: readonly FieldFault[],
    /** For support: finds the request in the server's log. */
    readonly requestId: string | null,
    /** Seconds to wait before trying again, where the server says so. */
    readonly retryAfter: number | null,
  ) {
    super(detail === '' ? title : detail);
    this.kind = type.slice(type.lastIndexOf('/') + 1);
  }

  /** What is wrong with that member of the body, or undefined. */
  faultAt(path: string): string | undefined {
    return this.faults.find((fault) => fault.path === path)?.message;
  }
}

/** The request did not reach the server, or its answer did not reach us. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor(cause: unknown) {
    super('The server cannot be reached. Check the connection and try again.', { cause });
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readFaults(value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): FieldFault[] => {
    if (typeof entry !== 'object' || entry === null || !('message' in entry)) return [];
    const path = 'path' in entry ? text(entry.path) : '';
    const code = 'code' in entry ? text(entry.code) : '';
    return [{ path, message: text(entry.message), ...(code === '' ? {} : { code }) }];
  });
}

/** Reads a failed answer, also one that is no problem document (a proxy's error page). */
export async function readProblem(response: Response): Promise<Problem> {
  const parsed: unknown = await response.json().catch(() => null);
  const body: Record<string, unknown> = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Problem(
    response.status,
    text(body.type),
    text(body.title) || `The server answered with status ${response.status}`,
    text(body.detail),
    readFaults(body.errors),
    response.headers.get('X-Request-Id'),
    Number.isNaN(retryAfter) ? null : retryAfter,
  );
}

/** What to tell a person about any failure, in a sentence. */
export function explain(error: unknown): string {
  if (error instanceof Problem) {
    if (error.status === 429) {
      const wait = error.retryAfter ?? 60;
      return `Too many attempts. Try again in ${wait < 90 ? `${wait} seconds` : `${Math.ceil(wait / 60)} minutes`}.`;
    }
    const [fault] = error.faults;
    return error.faults.length === 1 && fault !== undefined ? sentence(`${nameOf(fault.path)}${fault.message}`) : sentence(error.message);
  }
  if (error instanceof Error && error.message !== '') return error.message;
  return 'Something unexpected went wrong. Please try again.';
}

function nameOf(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  return name === '' ? '' : `“${name}” `;
}

/** "must be at most 255 characters" → "Must be at most 255 characters." */
export function sentence(words: string): string {
  const trimmed = words.trim();
  const first = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(first) || first === '' ? first : `${first}.`;
}

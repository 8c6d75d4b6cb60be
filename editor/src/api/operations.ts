// What the description of the API says of its operations, in the form in which the client takes and gives it.
import type { paths } from './openapi.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The paths that have this method: "/pages/{id}". */
export type PathOf<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<Lowercase<M>, object> ? Path : never;
}[keyof paths];

export type Operation<M extends Method, Path extends PathOf<M>> = paths[Path][Lowercase<M>];

type PathParameters<O> = O extends { parameters: { path: infer Parameters } } ? { path: Parameters } : { path?: never };

// A client leaves out what is undefined or empty, so a choice that was not made may be handed on as it is.
type QueryParameters<O> = O extends { parameters: { query?: infer Parameters } }
  ? { query?: { [Name in keyof Parameters]?: Parameters[Name] | '' | undefined } | undefined }
  : { query?: never };

type Body<O> = O extends { requestBody: { content: { 'application/json': infer Json } } } ? { body: Json } : O extends { requestBody?: infer Sent } ? { body?: JsonOf<NonNullable<Sent>> } : { body?: never };
type JsonOf<Sent> = [Sent] extends [{ content: { 'application/json': infer Json } }] ? ([Sent] extends [never] ? never : Json) : never;

// The ETag of what is to be changed, as it was read.
type IfMatch<O> = O extends { parameters: { header?: infer Headers } } ? ('If-Match' extends keyof NonNullable<Headers> ? { ifMatch?: string | undefined } : { ifMatch?: never }) : { ifMatch?: never };

// Operation by operation: of all of them at once the compiler would multiply every path with every query and every body.
export type RequestOptions<O> = O extends unknown ? PathParameters<O> & QueryParameters<O> & Body<O> & IfMatch<O> & { signal?: AbortSignal | undefined } : never;

type Success = 200 | 201 | 202 | 204;
type Content<Response> = Response extends { content: infer Media } ? Media[keyof Media] : undefined;

/** What it answers when it succeeds: JSON, a text, or undefined where there is no content. */
export type Answer<O> = O extends { responses: infer Responses }
  ? { [Status in keyof Responses & Success]: Content<Responses[Status]> }[keyof Responses & Success]
  : never;

import type { Environment } from './types.ts';

/** Where a page of that slug is published: the environment's address may have a path of its own (staging's does). */
export function addressIn(environment: Environment, slug: string): string {
  return `${environment.baseUrl.replace(/\/+$/, '')}/${slug}`;
}

/** The address in production, null while the environments are not known. */
export function publishedAddress(environments: readonly Environment[] | undefined, slug: string): string | null {
  const production = environments?.find((environment) => environment.kind === 'production') ?? environments?.[0];
  return production === undefined ? null : addressIn(production, slug);
}

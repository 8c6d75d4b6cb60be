import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type AssetListQuery, listAssets } from './assets.ts';
import { findReaders, listThreads } from './comments.ts';
import { listEnvironments } from './environments.ts';
import { countTemplateFacets, findTemplates, getDesignTokens, getTemplate, listComponents, listTemplates, listThemes, type TemplateListQuery } from './library.ts';
import { findHomePages, getDifference, getPage, getPreview, getVersion, listPages, listVersions, type PageListQuery } from './pages.ts';
import { findGrantees, getPermissions, getSharing, listTeams } from './sharing.ts';
import type { Slice } from './types.ts';

const pagesAtOnce = 24;
const pagesFoundAtOnce = 8;
const versionsAtOnce = 50;
const assetsAtOnce = 36;
const templatesAtOnce = 24;
// What only a new release of the server or an administrator changes.
const seldom = { staleTime: 5 * 60_000 };

export function nextOffset<Item>(slice: Slice<Item>): number | undefined {
  const next = slice.offset + slice.items.length;
  return slice.items.length > 0 && next < slice.total ? next : undefined;
}

/** Keys begin with the thing: invalidating ["pages"] reaches every list, ["page", id] all that is known of one. */
export const pagesQuery = (query: Omit<PageListQuery, 'limit' | 'offset'>) =>
  infiniteQueryOptions({
    queryKey: ['pages', query],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => listPages({ ...query, limit: pagesAtOnce, offset: pageParam }, signal),
    getNextPageParam: nextOffset,
  });

/** The few that fit a search best, for lists that are typed into; without a search those that were changed last. */
export const pagesFoundQuery = (search: string) =>
  queryOptions({
    queryKey: ['pages', 'found', search],
    queryFn: async ({ signal }) => (await listPages({ search, sort: '-updatedAt', limit: pagesFoundAtOnce }, signal)).items,
  });

/** Which page has an address, as far as one may know; null where none has. */
export const slugHolderQuery = (slug: string) =>
  queryOptions({
    queryKey: ['pages', 'slug', slug],
    queryFn: async ({ signal }) => ({ page: (await listPages({ search: slug, limit: 100 }, signal)).items.find((page) => page.slug === slug) ?? null }),
  });

export const homePagesQuery = () => queryOptions({ queryKey: ['pages', 'home'], queryFn: ({ signal }) => findHomePages(signal), ...seldom });

export const pageQuery = (id: string) => queryOptions({ queryKey: ['page', id], queryFn: ({ signal }) => getPage(id, signal) });

/** `state` names the content: a new one is a new preview, the old one stays until it is there. */
export const previewQuery = (id: string, state: string | number, version?: number) =>
  queryOptions({
    queryKey: ['page', id, 'preview', version ?? 'current', state],
    queryFn: ({ signal }) => getPreview(id, version, signal),
    staleTime: Infinity,
  });

export const versionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['page', id, 'versions'],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => listVersions(id, versionsAtOnce, pageParam, signal),
    getNextPageParam: nextOffset,
  });

/** `state` stands for what the page is now: it changes while it is edited. */
export const differenceQuery = (id: string, number: number, other: number | 'current' = 'current', state = 0) =>
  queryOptions({
    queryKey: ['page', id, 'versions', number, 'difference', other, state],
    queryFn: ({ signal }) => getDifference(id, number, other, signal),
    staleTime: other === 'current' ? 0 : Infinity,
  });

/** A version never changes. */
export const versionQuery = (id: string, number: number) =>
  queryOptions({ queryKey: ['page', id, 'versions', number, 'document'], queryFn: ({ signal }) => getVersion(id, number, signal), staleTime: Infinity, gcTime: 60_000 });

/** What you may do with a page; asked anew with `state`, which stands for what the page's session knows of it. */
export const permissionsQuery = (id: string, state: string) =>
  queryOptions({ queryKey: ['page', id, 'permissions', state], queryFn: ({ signal }) => getPermissions(id, signal) });

export const sharingQuery = (id: string) => queryOptions({ queryKey: ['page', id, 'sharing'], queryFn: ({ signal }) => getSharing(id, signal), staleTime: 0 });

export const granteesQuery = (id: string, search: string) =>
  queryOptions({ queryKey: ['page', id, 'sharing', 'grantees', search], queryFn: ({ signal }) => findGrantees(id, search, signal), staleTime: 0 });

export const threadsQuery = (id: string) => queryOptions({ queryKey: ['page', id, 'threads'], queryFn: ({ signal }) => listThreads(id, signal) });

export const readersQuery = (id: string, search: string) =>
  queryOptions({ queryKey: ['page', id, 'readers', search], queryFn: ({ signal }) => findReaders(id, search, signal), staleTime: 60_000 });

export const teamsQuery = () => queryOptions({ queryKey: ['teams'], queryFn: ({ signal }) => listTeams(signal) });

export const assetsQuery = (query: Omit<AssetListQuery, 'limit' | 'offset' | 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: ['assets', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => listAssets({ ...query, limit: assetsAtOnce, cursor: pageParam }, signal),
    getNextPageParam: (slice) => slice.nextCursor ?? undefined,
  });

export const environmentsQuery = () => queryOptions({ queryKey: ['environments'], queryFn: ({ signal }) => listEnvironments(signal), ...seldom });

export const componentsQuery = () => queryOptions({ queryKey: ['components'], queryFn: ({ signal }) => listComponents(signal), ...seldom });

export const tokensQuery = () => queryOptions({ queryKey: ['design-tokens'], queryFn: ({ signal }) => getDesignTokens(signal), ...seldom });

export const themesQuery = () => queryOptions({ queryKey: ['design-tokens', 'themes'], queryFn: ({ signal }) => listThemes(signal), staleTime: Infinity });

export const templatesQuery = () => queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => listTemplates(signal), ...seldom });

export const templateListQuery = (query: Omit<TemplateListQuery, 'limit' | 'offset'>) =>
  infiniteQueryOptions({
    queryKey: ['templates', 'list', query],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => findTemplates({ ...query, limit: templatesAtOnce, offset: pageParam }, signal),
    getNextPageParam: nextOffset,
  });

export const templateFacetsQuery = () => queryOptions({ queryKey: ['templates', 'facets'], queryFn: ({ signal }) => countTemplateFacets(signal) });

export const templateQuery = (id: string) => queryOptions({ queryKey: ['templates', 'one', id], queryFn: ({ signal }) => getTemplate(id, signal), ...seldom });

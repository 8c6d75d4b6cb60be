// The editor's names for what goes over the wire. What the description of the API leaves open is said here.
import type { ComponentSource, InitialNode } from '../engine/component.ts';
import type { PageDocument } from '../engine/document.ts';
import type { JsonObject } from '../engine/json.ts';
import type { components, paths } from './openapi.ts';

type Schemas = components['schemas'];

export type Role = Schemas['Role'];
export type User = Schemas['User'];
export type SignIn = Schemas['SignIn'];
export type PageStatus = Schemas['PageStatus'];
export type PageSummary = Schemas['PageSummary'];
export type Page = Schemas['Page'];
export type PageVersion = Schemas['Version'];
// Documents in answers are as the engine writes them: settings that are not set are absent.
export type PageVersionWithDocument = Omit<Schemas['VersionWithDocument'], 'document'> & { document: PageDocument };
export type PageDifference = Schemas['Difference'];
export type Environment = Schemas['Environment'];
export type Publication = Schemas['Publication'];
export type TemplateSummary = Schemas['TemplateSummary'];
export type Template = Omit<Schemas['Template'], 'document'> & { document: PageDocument };
export interface TemplateFacets {
  categories: Schemas['TemplateFacet'][];
  tags: Schemas['TemplateFacet'][];
}
export type Asset = Schemas['Asset'];
export type DesignTokens = Schemas['DesignTokens'];
export type Theme = paths['/design-tokens/themes']['get']['responses'][200]['content']['application/json']['items'][number];
export type FieldFault = Schemas['FieldError'];
export type PageAccess = Schemas['PageAccess'];
export type GrantLevel = Schemas['GrantLevel'];
export type Grantee = Schemas['Grantee'];
export type Grant = Schemas['Grant'];
export type PageSharing = Schemas['PageSharing'];
export type Permissions = Schemas['Permissions'];
export type Team = Schemas['Team'];
export type CommentThread = Schemas['CommentThread'];
export type PageComment = Schemas['Comment'];
export type CommentPerson = Schemas['CommentPerson'];

/** One slice of a longer list. */
export interface Slice<Item> {
  items: Item[];
  total: number;
  limit: number;
  offset: number;
}

/** What previews of a component show. */
export interface Sample {
  props?: JsonObject;
  children?: Record<string, InitialNode[]>;
}

export interface ComponentEntry extends ComponentSource {
  sample: Sample;
  /** The program's, or the organisation's own. */
  source?: 'built-in' | 'custom';
  /** False: it is there because pages may have it, and is not offered. */
  insertable: boolean;
}

/** All that pages may have, and what names the versions of it all. */
export interface ComponentListing {
  library: string;
  items: readonly ComponentEntry[];
}

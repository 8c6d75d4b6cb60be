import type { ComponentSource, InitialNode } from '../engine/component.ts';
import type { NestedNode, PageDocument } from '../engine/document.ts';
import type { JsonObject } from '../engine/json.ts';

export type Role = 'admin' | 'editor' | 'viewer';

export interface Organization {
  id: string;
  name: string;
  slug: string;
}

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  organization: Organization;
}

export interface SignIn {
  accessToken: string;
  tokenType: 'Bearer';
  /** Seconds. */
  expiresIn: number;
  user: User;
}

/** One slice of a longer list. */
export interface Slice<Item> {
  items: Item[];
  total: number;
  limit: number;
  offset: number;
}

export interface PageStructure {
  components: NestedNode[];
}

export type PageStatus = 'draft' | 'published' | 'archived';

export interface PageSummary {
  id: string;
  name: string;
  slug: string;
  description: string;
  metadata: JsonObject;
  organizationId: string;
  ownerId: string;
  status: PageStatus;
  currentVersionId: string | null;
  latestVersionNumber: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  publishedAt: string | null;
  publishedBy: string | null;
}

export interface Page extends PageSummary {
  structure: PageStructure;
  layout: JsonObject;
}

export interface PageVersion {
  id: string;
  pageId: string;
  versionNumber: number;
  branch: string;
  message: string;
  author: { id: string; name: string } | null;
  isPublished: boolean;
  createdAt: string;
}

export interface PageVersionWithDocument extends PageVersion {
  document: PageDocument;
}

export interface PageDifference {
  changes: JsonObject[];
  sentences: string[];
}

export interface Environment {
  id: string;
  name: string;
  kind: string;
  baseUrl: string;
}

export interface Publication {
  release: { id: string; environmentId: string; createdAt: string };
  page: PageSummary;
  url: string;
}

export interface TemplateSummary {
  id: string;
  name: string;
  displayName: string;
  description: string;
  category: string;
  tags: string[];
}

export interface Template extends TemplateSummary {
  document: PageDocument;
}

/** What previews of a component show. */
export interface Sample {
  props?: JsonObject;
  children?: Record<string, InitialNode[]>;
}

export interface ComponentEntry extends ComponentSource {
  sample: Sample;
}

export interface DesignTokens {
  id: string;
  name: string;
  tokens: JsonObject;
  baseCss: string;
  updatedAt: string;
}

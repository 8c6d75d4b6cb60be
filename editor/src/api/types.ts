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

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export interface NodeJson {
  id?: string;
  component: string;
  props?: JsonObject;
  styles?: Record<string, Record<string, string>>;
  children?: Record<string, NodeJson[]>;
}

export interface DocumentJson {
  components: NodeJson[];
  layout?: JsonObject;
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
  structure: { components: NodeJson[] };
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
  document: DocumentJson;
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
  document: DocumentJson;
}

export interface SlotDefinition {
  display_name?: string;
  accepts?: string[];
  max?: number;
}

/** component.json, see docs/formats/component.md. */
export interface ComponentDefinition {
  name: string;
  display_name: string;
  description?: string;
  category: string;
  version: string;
  keywords?: string[];
  slots?: Record<string, SlotDefinition>;
  props: JsonObject;
  config_ui?: JsonObject;
  initial?: { props?: JsonObject; children?: Record<string, NodeJson[]> };
}

export interface ComponentEntry {
  definition: ComponentDefinition;
  template: string;
  style: string;
  sample: { props?: JsonObject; children?: Record<string, NodeJson[]> };
}

export interface DesignTokens {
  id: string;
  name: string;
  tokens: JsonObject;
  baseCss: string;
  updatedAt: string;
}

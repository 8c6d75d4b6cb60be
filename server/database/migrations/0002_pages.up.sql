-- Pages, their versions, and the log of operations that the live document is made of.
CREATE TABLE pages (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  deleted_at BIGINT,
  published_at BIGINT,
  published_by TEXT REFERENCES users (id),
  current_version_id TEXT,
  latest_version_number BIGINT NOT NULL,
  slug_by_hand BIGINT NOT NULL,
  name TEXT NOT NULL,
  slug TEXT NOT NULL,
  search_text TEXT NOT NULL,
  description TEXT NOT NULL,
  metadata TEXT NOT NULL
);
CREATE UNIQUE INDEX pages_by_slug ON pages (organization_id, slug) WHERE deleted_at IS NULL;
CREATE INDEX pages_by_update ON pages (organization_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX pages_by_creation ON pages (organization_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX pages_by_name ON pages (organization_id, search_text, id) WHERE deleted_at IS NULL;
CREATE INDEX pages_by_status ON pages (organization_id, status, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX pages_by_owner ON pages (owner_id);

-- content_hash is BLAKE2b of the document's canonical JSON; snapshot is the document with its ranks, compressed with zstd.
CREATE TABLE page_versions (
  id TEXT PRIMARY KEY,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  version_number BIGINT NOT NULL,
  branch TEXT NOT NULL DEFAULT 'main',
  author_id TEXT NOT NULL REFERENCES users (id),
  is_published BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  commit_message TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  snapshot BYTEA NOT NULL
);
CREATE UNIQUE INDEX page_versions_by_number ON page_versions (page_id, version_number);
CREATE INDEX page_versions_by_author ON page_versions (author_id);

-- The head of a branch is its snapshot (its own, or a version's) with the operations after snapshot_sequence applied.
CREATE TABLE page_branches (
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  snapshot_sequence BIGINT NOT NULL,
  snapshot_version_id TEXT REFERENCES page_versions (id),
  created_at BIGINT NOT NULL,
  snapshot BYTEA,
  PRIMARY KEY (page_id, name)
);
CREATE INDEX page_branches_by_version ON page_branches (snapshot_version_id);

CREATE TABLE page_operations (
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  branch TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  transaction_id TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  created_at BIGINT NOT NULL,
  label TEXT NOT NULL,
  operations TEXT NOT NULL,
  PRIMARY KEY (page_id, branch, sequence)
);
CREATE UNIQUE INDEX page_operations_by_transaction ON page_operations (page_id, transaction_id);
CREATE INDEX page_operations_by_author ON page_operations (author_id);

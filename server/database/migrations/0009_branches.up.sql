-- Branches beside main, versions with parents and tags, and documents that are stored once.

-- A document with its ranks, compressed with zstd, by the BLAKE2b hash of its bytes. What is older than this table has its version's id, or its
-- branch's name, in place of the hash. A row stays as long as a version or a branch names it.
CREATE TABLE page_snapshots (
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (page_id, hash)
);
INSERT INTO page_snapshots (page_id, hash, body) SELECT page_id, id, snapshot FROM page_versions;
INSERT INTO page_snapshots (page_id, hash, body)
  SELECT page_id, 'head of ' || name, snapshot FROM page_branches WHERE snapshot IS NOT NULL;

-- parent_id is the version before it, on its branch or where the branch began; merged_id the other side of a merge. is_automatic: nobody asked for
-- it, so it may be thinned out. branch is the id of a branch.
ALTER TABLE page_versions ADD COLUMN snapshot_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE page_versions ADD COLUMN parent_id TEXT;
ALTER TABLE page_versions ADD COLUMN merged_id TEXT;
ALTER TABLE page_versions ADD COLUMN is_automatic BIGINT NOT NULL DEFAULT 0;
UPDATE page_versions SET snapshot_hash = id,
  parent_id = (SELECT p.id FROM page_versions p WHERE p.page_id = page_versions.page_id
    AND p.version_number = page_versions.version_number - 1),
  is_automatic = CASE WHEN commit_message = 'Auto-save' AND is_published = 0 THEN 1 ELSE 0 END;
ALTER TABLE page_versions DROP COLUMN snapshot;
CREATE INDEX page_versions_by_branch ON page_versions (page_id, branch, sequence, version_number);
CREATE INDEX page_versions_by_snapshot ON page_versions (page_id, snapshot_hash);
CREATE INDEX page_versions_by_parent ON page_versions (parent_id);
CREATE INDEX page_versions_by_merged ON page_versions (merged_id) WHERE merged_id IS NOT NULL;

-- The head of a branch is its snapshot with the operations after snapshot_sequence applied. Its id is main, or a UUID: branches can be renamed.
-- One that was deleted keeps its row, for its name in old versions. base_version_id is where it began; null for main.
CREATE TABLE page_branches_with_ids (
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  snapshot_sequence BIGINT NOT NULL,
  is_protected BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  deleted_at BIGINT,
  name TEXT NOT NULL,
  base_version_id TEXT REFERENCES page_versions (id),
  component_set_id TEXT,
  snapshot_hash TEXT NOT NULL,
  PRIMARY KEY (page_id, id)
);
INSERT INTO page_branches_with_ids (page_id, id, sequence, snapshot_sequence, created_at, name, component_set_id, snapshot_hash)
  SELECT page_id, name, sequence, snapshot_sequence, created_at, name, component_set_id,
    CASE WHEN snapshot IS NULL THEN COALESCE(snapshot_version_id, '') ELSE 'head of ' || name END FROM page_branches;
DROP TABLE page_branches;
ALTER TABLE page_branches_with_ids RENAME TO page_branches;
CREATE UNIQUE INDEX page_branches_by_name ON page_branches (page_id, name) WHERE deleted_at IS NULL;
CREATE INDEX page_branches_by_base ON page_branches (base_version_id);
CREATE INDEX page_branches_by_snapshot ON page_branches (page_id, snapshot_hash);
CREATE INDEX page_branches_by_component_set ON page_branches (component_set_id);

-- The ids that clients choose are unique in a branch's log.
DROP INDEX page_operations_by_transaction;
CREATE UNIQUE INDEX page_operations_by_transaction ON page_operations (page_id, branch, transaction_id);

-- Names for versions: a tag stands at one version of a page, a version may have several.
CREATE TABLE page_tags (
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  version_id TEXT NOT NULL REFERENCES page_versions (id),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (page_id, name)
);
CREATE INDEX page_tags_by_version ON page_tags (version_id);

-- Only main is left: the branches' versions go with them.
DROP TABLE page_tags;
DROP INDEX page_operations_by_transaction;
DELETE FROM page_operations WHERE branch <> 'main';
CREATE UNIQUE INDEX page_operations_by_transaction ON page_operations (page_id, transaction_id);

ALTER TABLE page_versions ADD COLUMN snapshot BYTEA;
UPDATE page_versions SET snapshot =
  (SELECT s.body FROM page_snapshots s WHERE s.page_id = page_versions.page_id AND s.hash = page_versions.snapshot_hash);

CREATE TABLE page_branches_with_names (
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  snapshot_sequence BIGINT NOT NULL,
  snapshot_version_id TEXT REFERENCES page_versions (id),
  created_at BIGINT NOT NULL,
  snapshot BYTEA,
  component_set_id TEXT,
  PRIMARY KEY (page_id, name)
);
INSERT INTO page_branches_with_names (page_id, name, sequence, snapshot_sequence, created_at, snapshot, component_set_id)
  SELECT b.page_id, b.id, b.sequence, b.snapshot_sequence, b.created_at,
    (SELECT s.body FROM page_snapshots s WHERE s.page_id = b.page_id AND s.hash = b.snapshot_hash), b.component_set_id
  FROM page_branches b WHERE b.id = 'main';
DROP TABLE page_branches;
ALTER TABLE page_branches_with_names RENAME TO page_branches;
CREATE INDEX page_branches_by_version ON page_branches (snapshot_version_id);
CREATE INDEX page_branches_by_component_set ON page_branches (component_set_id);

DELETE FROM page_versions WHERE branch <> 'main'
  AND NOT EXISTS (SELECT 1 FROM release_artifacts r WHERE r.version_id = page_versions.id);
DROP INDEX page_versions_by_merged;
DROP INDEX page_versions_by_parent;
DROP INDEX page_versions_by_snapshot;
DROP INDEX page_versions_by_branch;
ALTER TABLE page_versions DROP COLUMN is_automatic;
ALTER TABLE page_versions DROP COLUMN merged_id;
ALTER TABLE page_versions DROP COLUMN parent_id;
ALTER TABLE page_versions DROP COLUMN snapshot_hash;
DROP TABLE page_snapshots;

-- content_hash is empty from then on: the program that had this column only wrote it.
CREATE UNIQUE INDEX page_operations_by_transaction ON page_operations (page_id, branch, transaction_id);
CREATE INDEX page_branches_by_snapshot ON page_branches (page_id, snapshot_hash);
CREATE INDEX page_versions_by_snapshot ON page_versions (page_id, snapshot_hash);
ALTER TABLE page_versions ADD COLUMN content_hash TEXT NOT NULL DEFAULT '';

-- Every change of a page pays for these, and nobody asks for them. A version's document is named by snapshot_hash, snapshots that
-- nobody needs any more are looked for page by page, and a room knows all transaction ids of its log: one that does not cannot
-- append, since the sequence has moved on.
ALTER TABLE page_versions DROP COLUMN content_hash;
DROP INDEX page_versions_by_snapshot;
DROP INDEX page_branches_by_snapshot;
DROP INDEX page_operations_by_transaction;

-- Deleted pages are in the trash until they are restored or deleted for ever. What was taken off its sites is not published any more.
UPDATE pages SET status = 'draft' WHERE deleted_at IS NOT NULL AND status = 'published';
CREATE INDEX pages_in_trash ON pages (organization_id, deleted_at, id) WHERE deleted_at IS NOT NULL;

-- What has been in the trash for too long is erased, whosever it is: the oldest first.
CREATE INDEX pages_by_deletion ON pages (deleted_at, id) WHERE deleted_at IS NOT NULL;

-- The audit log as a chain: each row has its place in its organisation's order and a hash of itself and of the row before
-- (docs/formats/audit-log.md). Rows that are older than the chain get theirs when the program starts.
ALTER TABLE audit_log ADD COLUMN sequence BIGINT;
ALTER TABLE audit_log ADD COLUMN hash TEXT NOT NULL DEFAULT '';
DROP INDEX audit_log_by_time;
DROP INDEX audit_log_by_subject;
CREATE INDEX audit_log_by_sequence ON audit_log (organization_id, sequence);
CREATE INDEX audit_log_by_time ON audit_log (organization_id, created_at);
CREATE INDEX audit_log_by_actor ON audit_log (organization_id, actor_id, sequence);
CREATE INDEX audit_log_by_action ON audit_log (organization_id, action, sequence);
CREATE INDEX audit_log_by_subject ON audit_log (organization_id, subject_id, sequence);

-- Where each chain ends. Whoever appends a row holds this one until the end of the transaction.
CREATE TABLE audit_heads (
  organization_id TEXT PRIMARY KEY REFERENCES organisations (id) ON DELETE CASCADE,
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL
);

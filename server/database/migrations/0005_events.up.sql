-- What happened: the outbox for those who want to be told, the audit log for those who ask later. Ids are UUIDs of version 7: they sort by time.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  delivered_at BIGINT,
  payload TEXT NOT NULL
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL;
CREATE INDEX outbox_by_organisation ON outbox (organization_id);

CREATE TABLE audit_log (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  actor_id TEXT,
  action TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX audit_log_by_time ON audit_log (organization_id, id);
CREATE INDEX audit_log_by_subject ON audit_log (subject_id, id);

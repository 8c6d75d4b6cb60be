-- Work that is done later, and tried again until it is done. A running job whose locked_until has passed was left behind by a process that
-- ended, and is taken again. organization_id is null where the work is the installation's own.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  organization_id TEXT REFERENCES organisations (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  max_attempts BIGINT NOT NULL,
  locked_until BIGINT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  last_error TEXT NOT NULL,
  payload TEXT NOT NULL
);
CREATE INDEX jobs_waiting ON jobs (run_at, id) WHERE state = 'waiting';
CREATE INDEX jobs_running ON jobs (locked_until, id) WHERE state = 'running';
CREATE INDEX jobs_by_organisation ON jobs (organization_id, id);
CREATE INDEX jobs_by_update ON jobs (updated_at);

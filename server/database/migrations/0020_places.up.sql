-- Environments of one's own, beside Production and Staging: at host names, for everyone, for who knows a password, or for members.
ALTER TABLE environments ADD COLUMN purpose TEXT NOT NULL DEFAULT 'custom' CHECK (purpose IN ('production', 'staging', 'custom', 'preview'));
UPDATE environments SET purpose = kind;
ALTER TABLE environments DROP COLUMN kind;
ALTER TABLE environments RENAME COLUMN purpose TO kind;
ALTER TABLE environments ADD COLUMN path TEXT NOT NULL DEFAULT '';
UPDATE environments SET path = '/~staging' WHERE kind = 'staging';
ALTER TABLE environments ADD COLUMN has_own_base_url BIGINT NOT NULL DEFAULT 0;
ALTER TABLE environments ADD COLUMN access TEXT NOT NULL DEFAULT 'public' CHECK (access IN ('public', 'password', 'members'));
ALTER TABLE environments ADD COLUMN password_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE environments ADD COLUMN pass_key TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX environments_by_path ON environments (path) WHERE kind = 'custom' OR kind = 'preview';

CREATE TABLE environment_hosts (
  host TEXT PRIMARY KEY,
  environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
  position BIGINT NOT NULL
);
CREATE INDEX environment_hosts_by_environment ON environment_hosts (environment_id, position);

-- Links by which members come in: each works once.
CREATE TABLE environment_visits (
  token_hash TEXT PRIMARY KEY,
  environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at BIGINT NOT NULL
);
CREATE INDEX environment_visits_by_environment ON environment_visits (environment_id);
CREATE INDEX environment_visits_by_user ON environment_visits (user_id);
CREATE INDEX environment_visits_by_time ON environment_visits (expires_at);

-- Answers to requests that carried an Idempotency-Key, kept for a day so that a repeated one is answered the same and does nothing.
CREATE TABLE idempotency_keys (
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  idempotency_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (organization_id, user_id, idempotency_key)
);
CREATE INDEX idempotency_keys_by_user ON idempotency_keys (user_id);
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);

-- Addresses that are told of events, and what was sent to them. An event of the outbox waits (delivered_at is null) only where somebody
-- listened when it happened.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  description TEXT NOT NULL,
  events TEXT NOT NULL,
  is_active BIGINT NOT NULL CHECK (is_active IN (0, 1)),
  disabled_reason TEXT NOT NULL,
  failing_since BIGINT,
  secret TEXT NOT NULL,
  previous_secret TEXT NOT NULL,
  previous_secret_until BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX webhooks_by_organisation ON webhooks (organization_id, id);
CREATE INDEX webhooks_active ON webhooks (organization_id) WHERE is_active = 1;

CREATE TABLE webhook_deliveries (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  event_id TEXT NOT NULL,
  event_type TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  attempted_at BIGINT,
  response_status BIGINT,
  duration BIGINT,
  error TEXT NOT NULL,
  response TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_by_organisation ON webhook_deliveries (organization_id);
CREATE INDEX webhook_deliveries_by_time ON webhook_deliveries (created_at);

UPDATE outbox SET delivered_at = created_at WHERE delivered_at IS NULL;

UPDATE outbox SET delivered_at = NULL WHERE delivered_at IS NOT NULL;
DROP TABLE webhook_deliveries;
DROP TABLE webhooks;

-- What an organisation's pages are built with: its design tokens and its own templates.
CREATE TABLE design_systems (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL UNIQUE REFERENCES organisations (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  tokens TEXT NOT NULL
);

CREATE TABLE page_templates (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  author_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  description TEXT NOT NULL,
  category TEXT NOT NULL,
  tags TEXT NOT NULL,
  is_public BIGINT NOT NULL DEFAULT 0,
  download_count BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  document TEXT NOT NULL
);
CREATE UNIQUE INDEX page_templates_by_name ON page_templates (organization_id, name);
CREATE INDEX page_templates_by_author ON page_templates (author_id);

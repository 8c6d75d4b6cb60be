-- Design tokens are published as numbered versions; before that there is a draft that several people may work on.
ALTER TABLE design_systems ADD COLUMN version_number BIGINT NOT NULL DEFAULT 1;

CREATE TABLE design_token_versions (
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  author_id TEXT REFERENCES users (id),
  created_at BIGINT NOT NULL,
  restored_from BIGINT,
  message TEXT NOT NULL,
  tokens TEXT NOT NULL,
  PRIMARY KEY (organization_id, number)
);
CREATE INDEX design_token_versions_by_author ON design_token_versions (author_id);
INSERT INTO design_token_versions (organization_id, number, created_at, message, tokens)
  SELECT organization_id, 1, updated_at, '', tokens FROM design_systems;

CREATE TABLE design_token_drafts (
  organization_id TEXT PRIMARY KEY REFERENCES organisations (id) ON DELETE CASCADE,
  revision TEXT NOT NULL,
  base_version BIGINT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  updated_at BIGINT NOT NULL,
  tokens TEXT NOT NULL
);
CREATE INDEX design_token_drafts_by_author ON design_token_drafts (author_id);

-- By which version of the tokens a released page was rendered.
ALTER TABLE release_artifacts ADD COLUMN design_version BIGINT NOT NULL DEFAULT 1;

-- Files that people upload, once an organisation for equal bytes: source_hash is SHA-256 of what was sent.
CREATE TABLE assets (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  created_by TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK (kind IN ('picture', 'video', 'document', 'font')),
  media_type TEXT NOT NULL,
  source_hash TEXT NOT NULL,
  size BIGINT NOT NULL,
  width BIGINT,
  height BIGINT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  alt TEXT NOT NULL,
  description TEXT NOT NULL
);
CREATE UNIQUE INDEX assets_by_source ON assets (organization_id, source_hash);
CREATE INDEX assets_by_organisation ON assets (organization_id, id);
CREATE INDEX assets_by_kind ON assets (organization_id, kind, id);
CREATE INDEX assets_by_author ON assets (created_by);

-- What is kept of an asset, each at a place of its own in the store. address is SHA-256 of the organisation and the bytes, the part of the public
-- address that finds it; null: not shown to the public (originals carry what cameras note in them).
CREATE TABLE asset_files (
  asset_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
  place TEXT NOT NULL,
  address TEXT,
  media_type TEXT NOT NULL,
  size BIGINT NOT NULL,
  width BIGINT,
  height BIGINT,
  PRIMARY KEY (asset_id, place)
);
CREATE INDEX asset_files_by_address ON asset_files (address) WHERE address IS NOT NULL;

-- Publishing: immutable artifacts by the hash of their bytes, releases that name them, and what each environment shows now.
CREATE TABLE environments (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('production', 'staging')),
  base_url TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX environments_by_name ON environments (organization_id, name);

CREATE TABLE releases (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
  created_by TEXT NOT NULL REFERENCES users (id),
  created_at BIGINT NOT NULL
);
CREATE INDEX releases_by_environment ON releases (environment_id, created_at);
CREATE INDEX releases_by_organisation ON releases (organization_id, created_at);
CREATE INDEX releases_by_author ON releases (created_by);

CREATE TABLE artifacts (
  content_hash TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  size BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  body BYTEA NOT NULL,
  gzip BYTEA NOT NULL,
  brotli BYTEA NOT NULL
);

CREATE TABLE release_artifacts (
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES page_versions (id),
  content_hash TEXT NOT NULL REFERENCES artifacts (content_hash),
  PRIMARY KEY (release_id, path)
);
CREATE INDEX release_artifacts_by_page ON release_artifacts (page_id);
CREATE INDEX release_artifacts_by_version ON release_artifacts (version_id);
CREATE INDEX release_artifacts_by_content ON release_artifacts (content_hash);

-- The pointers: for each environment the release of each page that visitors see.
CREATE TABLE environment_pages (
  environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  release_id TEXT NOT NULL REFERENCES releases (id),
  content_hash TEXT NOT NULL REFERENCES artifacts (content_hash),
  is_home BIGINT NOT NULL,
  first_published_at BIGINT NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (environment_id, page_id)
);
CREATE UNIQUE INDEX environment_pages_by_slug ON environment_pages (environment_id, slug);
CREATE INDEX environment_pages_by_page ON environment_pages (page_id);
CREATE INDEX environment_pages_by_release ON environment_pages (release_id);
CREATE INDEX environment_pages_by_content ON environment_pages (content_hash);

-- Components that organisations make: how each one is at present, and its versions, which never change.
CREATE TABLE component_library (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  visibility TEXT NOT NULL,
  version TEXT NOT NULL,
  version_number BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  deleted_at BIGINT,
  install_count BIGINT NOT NULL,
  category TEXT NOT NULL,
  display_name TEXT NOT NULL,
  description TEXT NOT NULL,
  installed_from TEXT,
  search_text TEXT NOT NULL,
  UNIQUE (organization_id, name)
);
CREATE INDEX component_library_by_owner ON component_library (owner_id);
CREATE INDEX component_library_by_visibility ON component_library (visibility, search_text, id);

CREATE TABLE component_versions (
  component_id TEXT NOT NULL REFERENCES component_library (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  version TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES users (id),
  created_at BIGINT NOT NULL,
  definition TEXT NOT NULL,
  template TEXT NOT NULL,
  style TEXT NOT NULL,
  partials TEXT NOT NULL,
  sample TEXT NOT NULL,
  PRIMARY KEY (component_id, number),
  UNIQUE (component_id, version)
);
CREATE INDEX component_versions_by_author ON component_versions (author_id);

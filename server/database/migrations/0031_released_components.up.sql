-- Of the components that the page has, in the versions that it was rendered with. Empty: released before this was known.
ALTER TABLE release_artifacts ADD COLUMN component_set_id TEXT NOT NULL DEFAULT '';

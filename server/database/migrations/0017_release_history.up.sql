-- Releases that go back, or bring pages from one environment to another; and what a release took off its environment.
ALTER TABLE releases ADD COLUMN kind TEXT NOT NULL DEFAULT 'publish';
ALTER TABLE releases ADD COLUMN message TEXT NOT NULL DEFAULT '';
ALTER TABLE releases ADD COLUMN source_id TEXT;
ALTER TABLE release_artifacts ADD COLUMN is_home BIGINT NOT NULL DEFAULT 0;
UPDATE release_artifacts SET is_home = 1 WHERE EXISTS (SELECT 1 FROM environment_pages p WHERE p.release_id = release_artifacts.release_id
  AND p.page_id = release_artifacts.page_id AND p.is_home = 1);

CREATE TABLE release_removals (
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  PRIMARY KEY (release_id, page_id)
);
CREATE INDEX release_removals_by_page ON release_removals (page_id);

DROP INDEX releases_by_environment;
CREATE INDEX releases_by_environment ON releases (environment_id, id);
DROP INDEX releases_by_organisation;
CREATE INDEX releases_by_organisation ON releases (organization_id, id);

DROP INDEX releases_by_organisation;
CREATE INDEX releases_by_organisation ON releases (organization_id, created_at);
DROP INDEX releases_by_environment;
CREATE INDEX releases_by_environment ON releases (environment_id, created_at);
DROP TABLE release_removals;
ALTER TABLE release_artifacts DROP COLUMN is_home;
ALTER TABLE releases DROP COLUMN source_id;
ALTER TABLE releases DROP COLUMN message;
ALTER TABLE releases DROP COLUMN kind;

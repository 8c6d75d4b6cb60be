ALTER TABLE release_artifacts DROP COLUMN design_version;
DROP TABLE design_token_drafts;
DROP TABLE design_token_versions;
ALTER TABLE design_systems DROP COLUMN version_number;

ALTER TABLE release_artifacts DROP COLUMN settings_hash;

ALTER TABLE release_artifacts DROP COLUMN component_set_id;

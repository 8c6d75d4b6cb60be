DROP TABLE environment_pages;
DROP TABLE release_artifacts;
DROP TABLE artifacts;
DROP TABLE releases;
DROP TABLE environments;

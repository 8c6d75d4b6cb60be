DROP TABLE preview_environments;
ALTER TABLE releases DROP COLUMN log;
ALTER TABLE releases DROP COLUMN checked_pages;
ALTER TABLE releases DROP COLUMN checked_at;
ALTER TABLE releases DROP COLUMN health;
ALTER TABLE releases DROP COLUMN rolls_back;
ALTER TABLE releases DROP COLUMN is_thinned;

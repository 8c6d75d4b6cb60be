-- What was shown in environments that there are no more is shown nowhere.
DROP TABLE environment_visits;
DROP TABLE environment_hosts;
DELETE FROM environments WHERE kind = 'custom' OR kind = 'preview';
DROP INDEX environments_by_path;
ALTER TABLE environments DROP COLUMN pass_key;
ALTER TABLE environments DROP COLUMN password_hash;
ALTER TABLE environments DROP COLUMN access;
ALTER TABLE environments DROP COLUMN has_own_base_url;
ALTER TABLE environments DROP COLUMN path;
ALTER TABLE environments ADD COLUMN purpose TEXT NOT NULL DEFAULT 'staging' CHECK (purpose IN ('production', 'staging'));
UPDATE environments SET purpose = kind;
ALTER TABLE environments DROP COLUMN kind;
ALTER TABLE environments RENAME COLUMN purpose TO kind;

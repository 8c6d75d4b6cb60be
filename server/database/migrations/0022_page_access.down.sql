DROP TABLE page_grants;
DROP INDEX pages_by_team;
ALTER TABLE pages DROP COLUMN team_id;
ALTER TABLE pages DROP COLUMN access;
DROP TABLE team_members;
DROP TABLE teams;

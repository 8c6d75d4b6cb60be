DROP TABLE component_uses;
ALTER TABLE page_branches DROP COLUMN uses_sequence;
DROP INDEX component_library_by_team;
ALTER TABLE component_library DROP COLUMN team_id;

ALTER TABLE page_versions DROP COLUMN component_set_id;
DROP INDEX page_branches_by_component_set;
ALTER TABLE page_branches DROP COLUMN component_set_id;
DROP TABLE component_sets;

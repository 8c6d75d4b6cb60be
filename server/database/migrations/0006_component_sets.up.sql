-- Which versions of the components something was written with. component_set_id is null in what is older than this table: it is of the
-- versions that the program had when it first opened it.
CREATE TABLE component_sets (
  id TEXT PRIMARY KEY,
  created_at BIGINT NOT NULL,
  versions TEXT NOT NULL
);

-- Of a branch's snapshot and of its log.
ALTER TABLE page_branches ADD COLUMN component_set_id TEXT;
CREATE INDEX page_branches_by_component_set ON page_branches (component_set_id);

ALTER TABLE page_versions ADD COLUMN component_set_id TEXT;

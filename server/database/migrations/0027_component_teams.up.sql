-- Components that are kept for a team; and how many nodes of each component stand on a branch, as of when they were counted last.
ALTER TABLE component_library ADD COLUMN team_id TEXT REFERENCES teams (id) ON DELETE SET NULL;
CREATE INDEX component_library_by_team ON component_library (team_id);

-- -1: not counted yet.
ALTER TABLE page_branches ADD COLUMN uses_sequence BIGINT NOT NULL DEFAULT -1;
CREATE TABLE component_uses (
  organization_id TEXT NOT NULL,
  component TEXT NOT NULL,
  page_id TEXT NOT NULL,
  branch_id TEXT NOT NULL,
  nodes BIGINT NOT NULL,
  PRIMARY KEY (organization_id, component, page_id, branch_id),
  FOREIGN KEY (page_id, branch_id) REFERENCES page_branches (page_id, id) ON DELETE CASCADE
);
CREATE INDEX component_uses_by_branch ON component_uses (page_id, branch_id);

-- How a release fares: whether its pages are served, what was done for it, and whether parts of it are gone by now.
ALTER TABLE releases ADD COLUMN is_thinned BIGINT NOT NULL DEFAULT 0;
ALTER TABLE releases ADD COLUMN rolls_back BIGINT NOT NULL DEFAULT 0;
ALTER TABLE releases ADD COLUMN health TEXT NOT NULL DEFAULT 'unchecked' CHECK (health IN ('unchecked', 'healthy', 'failing'));
ALTER TABLE releases ADD COLUMN checked_at BIGINT;
ALTER TABLE releases ADD COLUMN checked_pages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE releases ADD COLUMN log TEXT NOT NULL DEFAULT '[]';

-- Environments that show a branch of a page, until the branch or their time ends.
CREATE TABLE preview_environments (
  environment_id TEXT PRIMARY KEY REFERENCES environments (id) ON DELETE CASCADE,
  page_id TEXT NOT NULL,
  branch_id TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  UNIQUE (page_id, branch_id),
  FOREIGN KEY (page_id, branch_id) REFERENCES page_branches (page_id, id) ON DELETE CASCADE
);

-- Teams, and who may do what with a page: everyone by their role (open), all may look (limited), or only its people (restricted).
CREATE TABLE teams (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  name TEXT NOT NULL,
  search_text TEXT NOT NULL
);
CREATE UNIQUE INDEX teams_by_name ON teams (organization_id, search_text);

-- They end with the membership of the organisation.
CREATE TABLE team_members (
  team_id TEXT NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
  organization_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES memberships (organization_id, user_id) ON DELETE CASCADE
);
CREATE INDEX team_members_by_member ON team_members (organization_id, user_id);
CREATE INDEX team_members_by_user ON team_members (user_id, team_id);

ALTER TABLE pages ADD COLUMN access TEXT NOT NULL DEFAULT 'open' CHECK (access IN ('open', 'limited', 'restricted'));
ALTER TABLE pages ADD COLUMN team_id TEXT REFERENCES teams (id) ON DELETE SET NULL;
CREATE INDEX pages_by_team ON pages (team_id, updated_at);

-- grantee_id is the one of user_id and team_id that is there.
CREATE TABLE page_grants (
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  grantee_id TEXT NOT NULL,
  organization_id TEXT NOT NULL,
  user_id TEXT,
  team_id TEXT REFERENCES teams (id) ON DELETE CASCADE,
  level TEXT NOT NULL CHECK (level IN ('view', 'edit', 'publish')),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (page_id, grantee_id),
  CHECK ((user_id IS NULL) <> (team_id IS NULL)),
  FOREIGN KEY (organization_id, user_id) REFERENCES memberships (organization_id, user_id) ON DELETE CASCADE
);
CREATE INDEX page_grants_by_member ON page_grants (organization_id, user_id);
CREATE INDEX page_grants_by_team ON page_grants (team_id);

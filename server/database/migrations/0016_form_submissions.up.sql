-- What visitors of published pages send by their forms.
CREATE TABLE form_submissions (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
  form_id TEXT NOT NULL,
  form_title TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  answers TEXT NOT NULL
);
CREATE INDEX form_submissions_by_organisation ON form_submissions (organization_id, id);
CREATE INDEX form_submissions_by_form ON form_submissions (page_id, form_id, id);
CREATE INDEX form_submissions_by_environment ON form_submissions (environment_id);
CREATE INDEX form_submissions_by_time ON form_submissions (created_at);
